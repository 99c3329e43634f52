// Ratings of any MovieLens layout, chunk by chunk: what is in memory does not grow with the file.
import type { ChunkOptions, RatingChunk } from "../catalog.types.ts";
import { cutBlocks, type LineBlock, lineBlocks } from "../source/line-blocks.ts";
import type { SourceFile } from "../source/source.types.ts";
import { isPlainUtf8, wrongEncoding } from "../source/text-blocks.ts";
import { cutFile, emptyFile, findColumns } from "./columns.ts";
import { checkBadShare, createFindings } from "./findings.ts";
import { createNumberLines, type NumberLine } from "./number-lines.ts";
import { createRatingColumns } from "./rating-columns.ts";

export interface RatingsFormat {
  /** As error messages name the file. */
  readonly file: string;
  readonly separator: "," | "\t" | "::";
  /** With a header, these columns are looked up in it; without, viewer, movie, rating and time stand in this order. */
  readonly header: readonly [viewer: string, movie: string, rating: string, time: string] | null;
}

/** A movie that the source knows but tells nothing of: its ratings are left out and do not count as bad. */
export const unknownMovie = -1;

const fieldCount = 4;
const linesPerChunk = 500_000;
const endOfTime = 4_102_444_800; // 2100-01-01; a later one is in milliseconds or nonsense
const startOfTimes = 631_152_000; // 1990-01-01

/**
 * The ratings of a file in the order of its lines, a chunk for each 500,000 lines, the header among them. Those before
 * the wanted one are passed over by counting their lines.
 * @param movieIndexes the source's movie id → index in the list of movies, or `unknownMovie`
 * @throws DatasetError when more than 1 % of a chunk's lines are bad, and more than 10; when the file is cut or empty
 */
export async function* ratingChunks(
  source: SourceFile,
  format: RatingsFormat,
  movieIndexes: ReadonlyMap<number, number>,
  { first = 0, signal }: ChunkOptions = {},
): AsyncGenerator<RatingChunk> {
  const reader = createChunkReader(format, movieIndexes);
  const bytes = countedBytes(await source.open(), signal);
  let index = 0;
  let lines = 0;
  const share = () => Math.min(1, bytes.count() / Math.max(1, source.size));
  for await (const block of cutBlocks(lineBlocks(bytes.chunks), linesPerChunk)) {
    signal?.throwIfAborted();
    index = Math.floor((block.firstLine - 1) / linesPerChunk);
    if (index >= first) reader.read(block);
    else if (block.firstLine === 1) reader.read(firstLineOf(block));
    lines = block.firstLine - 1 + block.lineCount;
    if (lines % linesPerChunk === 0 && index >= first) yield { index, share: share(), ...reader.finish() };
  }
  if (lines <= (format.header ? 1 : 0)) throw emptyFile(format.file);
  if (lines % linesPerChunk !== 0 && index >= first) yield { index, share: 1, ...reader.finish() };
}

/** What a header names is needed wherever reading begins. */
function firstLineOf({ bytes }: LineBlock): LineBlock {
  return { bytes: bytes.subarray(0, bytes.indexOf(10) + 1), firstLine: 1, lineCount: 1, ended: true };
}

function countedBytes(source: AsyncIterable<Buffer>, signal: AbortSignal | undefined) {
  let count = 0;
  const chunks = async function* () {
    for await (const chunk of source) {
      signal?.throwIfAborted();
      count += chunk.length;
      yield chunk;
    }
  };
  return { chunks: chunks(), count: () => count };
}

type ChunkContent = Omit<RatingChunk, "index" | "share">;

function createChunkReader({ file, separator, header }: RatingsFormat, movieIndexes: ReadonlyMap<number, number>) {
  let [viewerAt, movieAt, ratingAt, timeAt] = [0, 1, 2, 3];
  let width = fieldCount;
  let [lines, bad] = [0, 0];
  let firstBad = "";
  let columns = createRatingColumns();
  let findings = createFindings();

  const readHeader = (line: Buffer) => {
    if (!isPlainUtf8(line)) throw wrongEncoding(file, 1);
    const text = line.toString("utf8").replace(/^\uFEFF/, "");
    const names = text.split(separator).map((name) => name.replace(/^"(.*)"$/, "$1"));
    [viewerAt, movieAt, ratingAt, timeAt] = findColumns(file, names, header ?? []);
    width = names.length;
  };

  const readLine = (row: NumberLine) => {
    lines++;
    const viewer = row.fields[viewerAt];
    const movie = row.fields[movieAt];
    const stars = row.fields[ratingAt];
    const time = row.fields[timeAt];
    const index = movieIndexes.get(movie);
    const rule = faultOf(row.count, width, viewer, movie, stars, time, index);
    if (!row.ended && (rule !== null || time < startOfTimes)) throw cutFile(file, row.number);
    const example = () => `${file} line ${row.number}: ${row.text().slice(0, 80)}`;
    if (rule !== null) {
      bad++;
      firstBad ||= example();
      findings.add(`${rule}: rating skipped`, example());
    } else if (index === unknownMovie || index === undefined) {
      findings.add("nothing is told of the movie: rating skipped", example());
    } else columns.add(viewer, index, stars * 2, time);
  };

  return {
    read: createNumberLines(separator, header ? readHeader : null, readLine),
    /** What was read since the last time. */
    finish(): ChunkContent {
      checkBadShare(file, bad, lines, firstBad);
      const content = { ...columns.finish(), findings: findings.list() };
      [lines, bad, firstBad] = [0, 0, ""];
      columns = createRatingColumns();
      findings = createFindings();
      return content;
    },
  };
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
