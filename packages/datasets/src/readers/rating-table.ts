import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { DatasetError } from "../dataset.types.ts";
import { explained } from "../source/open-source.ts";
import { readCsvTable } from "./csv-table.ts";

/** Ratings whose ids are any texts. Entry i of each column is one rating; users and movies are indexes of their keys. */
export interface RatingTable {
  readonly userKeys: readonly string[];
  readonly movieKeys: readonly string[];
  readonly users: Int32Array;
  readonly movies: Int32Array;
  readonly stars: Float32Array;
  /** Unix seconds; 0 where the file has no timestamp. */
  readonly ratedAt: Float64Array;
}

/**
 * Reads a csv file with the columns userId, movieId, rating and, where there is one, timestamp, found by name in its
 * header. Every row counts: unlike a published data set, a file of one's own is mended rather than skipped over.
 * @throws DatasetError naming the file and the line
 */
export async function readRatingTable(path: string): Promise<RatingTable> {
  const file = basename(path);
  const [users, movies] = [createKeys(), createKeys()];
  const [stars, ratedAt]: [number[], number[]] = [[], []];
  const refuse = (line: number, what: string): never => {
    throw new DatasetError(`${file} line ${line} ${what}; correct the line.`);
  };
  try {
    if ((await stat(path)).isDirectory()) throw new DatasetError(`${path} is a folder; give a csv file.`);
    await readCsvTable(createReadStream(path), {
      file,
      columns: ["userId", "movieId", "rating"],
      optionalColumns: ["timestamp"],
      onRow([user, movie, rating, timestamp], line) {
        if (user.trim() === "" || movie.trim() === "") refuse(line, "lacks a userId or movieId");
        const value = rating.trim() === "" ? Number.NaN : Number(rating);
        if (!(value >= 0.5 && value <= 5))
          refuse(line, `has the rating "${rating.slice(0, 40)}", no number from 0.5 to 5`);
        const time = Number(timestamp);
        if (!(time >= 0 && time < Infinity))
          refuse(line, `has the timestamp "${timestamp.slice(0, 40)}", no Unix seconds`);
        users.add(user.trim());
        movies.add(movie.trim());
        stars.push(value);
        ratedAt.push(time);
      },
      onBadRow: (found, line) => refuse(line, `has ${found} fields, another number than the header`),
    });
  } catch (error) {
    throw explained(error, path);
  }
  if (stars.length === 0) throw new DatasetError(`${file} has no ratings below its header; add some.`);
  return {
    userKeys: users.keys(),
    movieKeys: movies.keys(),
    users: users.column(),
    movies: movies.column(),
    stars: Float32Array.from(stars),
    ratedAt: Float64Array.from(ratedAt),
  };
}

/** Texts as indexes, in the order of their first appearance. */
function createKeys() {
  const indexes = new Map<string, number>();
  const column: number[] = [];
  return {
    add(key: string) {
      let index = indexes.get(key);
      if (index === undefined) {
        index = indexes.size;
        indexes.set(key, index);
      }
      column.push(index);
    },
    keys: () => [...indexes.keys()],
    column: () => Int32Array.from(column),
  };
}
