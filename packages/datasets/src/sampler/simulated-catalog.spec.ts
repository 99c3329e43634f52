import { describe, expect, it } from "vitest";
import type { RatingChunk } from "../catalog.types.ts";
import { type SimulationOptions, simulatedCatalog } from "./simulated-catalog.ts";

const options: SimulationOptions = { filmCount: 3_000, viewerCount: 9_000, ratingsPerViewer: 90, seed: 5 };

async function read(given: SimulationOptions, first?: number): Promise<RatingChunk[]> {
  const chunks: RatingChunk[] = [];
  for await (const chunk of simulatedCatalog(given).ratings[0].chunks({ first })) chunks.push(chunk);
  return chunks;
}

describe("simulatedCatalog", () => {
  it("has as many films and about as many ratings as asked for, in chunks of about 500,000", async () => {
    const { movies } = simulatedCatalog(options);
    const chunks = await read(options);
    expect(movies).toHaveLength(3_000);
    expect(new Set(movies.map(({ keys }) => keys.simulated)).size).toBe(3_000);
    expect(chunks.map(({ index }) => index)).toEqual([0, 1]);
    expect(chunks.map(({ share }) => share)).toEqual([0.5, 1]);
    const count = chunks.reduce((sum, { movies: rated }) => sum + rated.length, 0);
    expect(Math.abs(count / 810_000 - 1)).toBeLessThan(0.1);
    expect(chunks[1].viewers.at(-1)).toBe(9_000);
  });

  it("makes a chunk the same without those before it", async () => {
    const [, second] = await read(options);
    expect(await read(options, 1)).toEqual([second]);
    expect((await read({ ...options, seed: 6 }, 1))[0].movies).not.toEqual(second.movies);
  });

  it("rates given films, and stops when it is told to", async () => {
    const { movies } = simulatedCatalog({ ...options, filmCount: 500 });
    const given = { ...options, filmCount: 500, movies: movies.map((movie) => ({ ...movie, genres: [], themes: [] })) };
    expect(simulatedCatalog(given).movies).toBe(given.movies);
    const stream = simulatedCatalog(given).ratings[0];
    const chunks = stream.chunks({ signal: AbortSignal.abort(new Error("stopped")) });
    await expect(chunks[Symbol.asyncIterator]().next()).rejects.toThrow("stopped");
  });
});
