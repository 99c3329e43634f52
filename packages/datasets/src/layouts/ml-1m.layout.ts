import { readRatings } from "../readers/ratings.reader.ts";
import { fileOf } from "./detect-layout.ts";
import type { Layout } from "./layout.types.ts";
import { createMovieList } from "./movie-list.ts";
import { readTextRows } from "./text-rows.ts";

/** ml-1m: fields separated by "::", no headers, Latin-1. */
export const ml1mLayout: Layout = {
  title: "MovieLens 1M",
  required: ["movies.dat", "ratings.dat"],
  optional: [],
  async read({ files, reading, findings }) {
    const list = createMovieList("movies.dat", findings);
    const table = {
      file: "movies.dat",
      separator: "::",
      columns: ["MovieID", "Title", "Genres"],
      onRow: ([id, title, genres]: string[], line: number) => list.add(id, title, genres.split("|"), line),
    };
    await readTextRows(reading.read(fileOf(files, "movies.dat")), table, list, findings);
    const { movies, indexes } = list.finish();
    const ratings = await readRatings(
      reading.read(fileOf(files, "ratings.dat")),
      { file: "ratings.dat", separator: "::", header: null },
      indexes,
      findings,
    );
    const terms =
      "MovieLens 1M by GroupLens, University of Minnesota: research use, no redistribution, no commercial use without permission.";
    return { name: "ml-1m", terms, movies, ...ratings };
  },
};
