import { describe, expect, it } from "vitest";
import type { ChunkOptions, RatingChunk } from "../catalog.types.ts";
import { openSource } from "../source/open-source.ts";
import { writeFolder } from "../testing/write-source.ts";
import { ratingChunks } from "./rating-chunks.ts";

const format = {
  file: "ratings.csv",
  separator: ",",
  header: ["userId", "movieId", "rating", "timestamp"],
} as const;
const header = "userId,movieId,rating,timestamp\n";
const movies = new Map([
  [10, 0],
  [20, 1],
]);
// Two chunks and a half.
const rowCount = 1_250_000;
const line = (row: number) => `${1 + (row >> 5)},${row % 3 === 0 ? 10 : 20},${(1 + (row % 10)) / 2},${1e9 + row}\n`;

async function readerOf(text: string) {
  const [file] = (await openSource(await writeFolder({ "ratings.csv": text }))).files;
  return async (options?: ChunkOptions): Promise<RatingChunk[]> => {
    const chunks: RatingChunk[] = [];
    for await (const chunk of ratingChunks(file, format, movies, options)) chunks.push(chunk);
    return chunks;
  };
}

describe("ratings in chunks", async () => {
  const text = header + Array.from({ length: rowCount }, (_, row) => line(row)).join("");

  it("are all there, 500,000 lines to a chunk, and the same each time", async () => {
    const read = await readerOf(text);
    const chunks = await read();
    expect(chunks.map(({ index, viewers }) => [index, viewers.length])).toEqual([
      [0, 499_999],
      [1, 500_000],
      [2, 250_001],
    ]);
    expect(chunks.map(({ share }) => Math.round(share * 10))).toEqual([4, 8, 10]);
    const [first, , last] = chunks;
    expect([first.viewers[33], first.movies[33], first.halfStars[33], first.ratedAt[33]]).toEqual([2, 0, 4, 1e9 + 33]);
    expect(last.ratedAt.at(-1)).toBe(1e9 + rowCount - 1);
    expect(await read()).toEqual(chunks);
    const [again] = await read({ first: 2 });
    expect({ ...again, share: 1 }).toEqual(last);
    expect(await read({ first: 3 })).toEqual([]);
  });

  it("count bad lines chunk by chunk, and stop where more than 1 % of a chunk are bad", async () => {
    const few = text.replace(line(3), "1,999,3,1\n").replace(line(700_000), "1,10,9,1\n");
    const chunks = await (await readerOf(few))();
    expect(chunks.map(({ findings }) => findings)).toEqual([
      [
        {
          rule: "movie is not in the movie list: rating skipped",
          count: 1,
          examples: ["ratings.csv line 5: 1,999,3,1"],
        },
      ],
      [
        {
          rule: "rating is no half star step from 0.5 to 5: rating skipped",
          count: 1,
          examples: ["ratings.csv line 700002: 1,10,9,1"],
        },
      ],
      [],
    ]);
    const read = await readerOf(text + "1,999,3,1000000000\n".repeat(3_000));
    await expect(read()).rejects.toThrow(/^ratings\.csv has 3,000 bad lines, 1\.2 % of all/);
    await expect(read({ first: 2 })).rejects.toThrow(/bad lines/);
  });

  it("stop when asked to", async () => {
    const read = await readerOf(text);
    await expect(read({ signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped");
  });
});

it("a file without ratings is empty", async () => {
  await expect((await readerOf(header))()).rejects.toThrow("ratings.csv is empty");
  await expect((await readerOf(""))()).rejects.toThrow("ratings.csv is empty");
});
