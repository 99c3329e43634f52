import type { SourceRatings } from "../dataset.types.ts";
import { isPlainUtf8, wrongEncoding } from "../source/text-blocks.ts";
import { cutFile, emptyFile, findColumns } from "./columns.ts";
import { checkBadShare, type Findings } from "./findings.ts";
import { readNumberLines } from "./number-lines.ts";
import { createRatingColumns } from "./rating-columns.ts";
import { orderRatings } from "./rating-order.ts";

export interface RatingsFile {
  readonly file: string;
  readonly separator: "," | "\t" | "::";
  /** With a header, these columns are looked up in it; without, viewer, movie, rating and time stand in this order. */
  readonly header: readonly [viewer: string, movie: string, rating: string, time: string] | null;
}

const fieldCount = 4;
const endOfTime = 4_102_444_800; // 2100-01-01; a later one is in milliseconds or nonsense
const startOfTimes = 631_152_000; // 1990-01-01

/**
 * Reads a ratings file of any MovieLens layout.
 * @param movieIndexes the source's movie id → index in the catalog
 */
export async function readRatings(
  chunks: AsyncIterable<Buffer>,
  { file, separator, header }: RatingsFile,
  movieIndexes: ReadonlyMap<number, number>,
  findings: Findings,
): Promise<{ viewerKeys: string[]; ratings: SourceRatings }> {
  const columns = createRatingColumns();
  const viewerIndexes = new Map<number, number>();
  let [viewerAt, movieAt, ratingAt, timeAt] = [0, 1, 2, 3];
  let width = fieldCount;
  let [lines, bad] = [0, 0];
  let firstBad = "";
  const onHeader = (line: Buffer) => {
    if (!isPlainUtf8(line)) throw wrongEncoding(file, 1);
    const names = line
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .split(separator);
    [viewerAt, movieAt, ratingAt, timeAt] = findColumns(
      file,
      names.map((name) => name.replace(/^"(.*)"$/, "$1")),
      header ?? [],
    );
    width = names.length;
  };
  await readNumberLines(chunks, separator, header ? onHeader : null, (row) => {
    lines++;
    const viewer = row.fields[viewerAt];
    const movie = row.fields[movieAt];
    const stars = row.fields[ratingAt];
    const time = row.fields[timeAt];
    const index = movieIndexes.get(movie);
    const rule = faultOf(row.count, width, viewer, movie, stars, time, index);
    if (!row.ended && (rule !== null || time < startOfTimes)) throw cutFile(file, row.number);
    if (rule === null && index !== undefined) {
      let viewerIndex = viewerIndexes.get(viewer);
      if (viewerIndex === undefined) {
        viewerIndex = viewerIndexes.size;
        viewerIndexes.set(viewer, viewerIndex);
      }
      columns.add(viewerIndex, index, stars * 2, time);
      return;
    }
    bad++;
    const example = `${file} line ${row.number}: ${row.text().slice(0, 80)}`;
    firstBad ||= example;
    findings.add(`${rule}: rating skipped`, example);
  });
  if (lines === 0) throw emptyFile(file);
  checkBadShare(file, bad, lines, firstBad);
  const viewerIds = renumberViewers(viewerIndexes, columns.finish());
  const ratings = orderRatings(viewerIds.ratings, viewerIds.ids.length, (viewer) =>
    findings.add("second rating of a movie by a viewer: newest kept", `${file}: viewer ${viewerIds.ids[viewer]}`),
  );
  return { viewerKeys: viewerIds.ids.map(String), ratings };
}

const isId = (value: number) => Number.isInteger(value) && value > 0 && value <= 0x7fffffff;

function faultOf(
  count: number,
  width: number,
  viewer: number,
  movie: number,
  stars: number,
  time: number,
  index: number | undefined,
): string | null {
  if (count !== width) return "wrong number of fields";
  if (!isId(viewer) || !isId(movie)) return "id is not a whole number above 0";
  if (!(stars >= 0.5 && stars <= 5 && Number.isInteger(stars * 2))) return "rating is no half star step from 0.5 to 5";
  if (!(Number.isInteger(time) && time >= 0 && time < endOfTime)) return "time is not in Unix seconds";
  return index === undefined ? "movie is not in the movie list" : null;
}

/** Viewers in the order of their ids, whatever the order of the lines. */
function renumberViewers(
  indexes: ReadonlyMap<number, number>,
  ratings: SourceRatings,
): { ids: number[]; ratings: SourceRatings } {
  const ids = [...indexes.keys()].sort((a, b) => a - b);
  const places = new Int32Array(ids.length);
  ids.forEach((id, place) => {
    places[indexes.get(id) ?? 0] = place;
  });
  return { ids, ratings: { ...ratings, viewers: ratings.viewers.map((viewer) => places[viewer]) } };
}
