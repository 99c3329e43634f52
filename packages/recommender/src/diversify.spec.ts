import { describe, expect, it } from "vitest";
import { diversify } from "./diversify.ts";
import { catalog, horrorFan, snapshot } from "./fixtures/two-tastes.ts";
import { genreJaccard } from "./genre-jaccard.ts";
import { recommend } from "./recommend.ts";

const ranked = [0, 6, 12, 1, 2].map((movie, index) => ({ movie, score: 1 - index / 10, sources: [] }));
const order = (diversity: number) =>
  diversify(catalog, ranked, { diversity, limit: 4, ratings: [] }).map(({ movie }) => movie);

describe("diversify", () => {
  it("changes nothing at 0", () => {
    expect(order(0)).toEqual([0, 6, 12, 1]);
  });

  it("puts another kind second at 0.5, and keeps the first", () => {
    expect(order(0.5)).toEqual([0, 1, 2, 6]);
  });

  it("makes a list of more kinds, with the scores of the blend", () => {
    const pairwise = (diversity: number) => {
      const { items } = recommend(snapshot, horrorFan, { strategy: "AUTO", limit: 40, diversity });
      const movies = items.map(({ movieId }) => catalog.movieIds.indexOf(movieId));
      return movies.flatMap((a) => movies.map((b) => genreJaccard(catalog, a, b))).reduce((sum, each) => sum + each, 0);
    };
    expect(pairwise(0.8)).toBeLessThan(pairwise(0));
    const plain = recommend(snapshot, horrorFan, { strategy: "AUTO", limit: 200 });
    const scores = new Map(plain.items.map(({ movieId, score }) => [movieId, score]));
    for (const item of recommend(snapshot, horrorFan, { strategy: "AUTO", limit: 40, diversity: 0.5 }).items) {
      expect(item.score).toBe(scores.get(item.movieId));
    }
  });
});

describe("genreJaccard", () => {
  it("is the share of genres that both have", () => {
    expect(genreJaccard(catalog, 0, 6)).toBe(1);
    expect(genreJaccard(catalog, 0, 2)).toBe(0.5);
    expect(genreJaccard(catalog, 0, 3)).toBeCloseTo(1 / 3);
    expect(genreJaccard(catalog, 2, 1)).toBe(0);
    const all = { ...catalog, genreBits: Uint32Array.of(0xffffffff, 0xffff, 0, 0) };
    expect(genreJaccard(all, 0, 1)).toBe(0.5);
    expect(genreJaccard(all, 2, 3)).toBe(0);
  });
});
