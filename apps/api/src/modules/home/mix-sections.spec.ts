import { describe, expect, it } from "vitest";
import { mixSections } from "./mix-sections.ts";

const row = (...movieIds: number[]) => ({
  candidates: movieIds.map((movieId, index) => ({ movieId, rank: index + 1, score: 1, sources: [] })),
});
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("mixSections", () => {
  it("shows at most twelve of a row and none of them below", () => {
    const [first, second] = mixSections([row(...range(1, 20)), row(...range(5, 30))]);
    expect(first?.shown.map(({ movieId }) => movieId)).toEqual(range(1, 12));
    expect(second?.shown.map(({ movieId }) => movieId)).toEqual(range(13, 24));
  });

  it("drops a row that is left with fewer than four, and frees its movies", () => {
    const mixed = mixSections([row(1, 2, 3, 4), row(1, 2, 3, 5, 6, 7), row(5, 6, 7, 8)]);
    expect(mixed.map(({ shown }) => shown.map(({ movieId }) => movieId))).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
  });
});
