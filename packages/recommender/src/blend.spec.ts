import { describe, expect, it } from "vitest";
import { blend } from "./blend.ts";

describe("blend", () => {
  it("adds min–max normalized scores by weight; an unknown movie counts 0", () => {
    const { movies, scales } = blend({
      movies: Int32Array.of(4, 5, 6),
      scored: [
        { engine: "svd", weight: 0.75, scores: Float32Array.of(3, 4, 5) },
        { engine: "content-embedding", weight: 0.25, scores: Float32Array.of(0.5, 0.25, Number.NaN) },
      ],
    });
    expect(movies.map(({ movie, score }) => [movie, score])).toEqual([
      [6, 0.75],
      [5, 0.375],
      [4, 0.25],
    ]);
    expect(movies[0].sources).toEqual([
      { engine: "svd", score: 1, weight: 0.75 },
      { engine: "content-embedding", score: 0, weight: 0.25 },
    ]);
    expect(scales).toEqual({
      svd: { minimum: 3, maximum: 5 },
      "content-embedding": { minimum: 0.25, maximum: 0.5 },
    });
  });

  it("breaks ties by catalog order and gives a lone candidate its full score", () => {
    const tied = blend({
      movies: Int32Array.of(1, 2),
      scored: [{ engine: "svd", weight: 1, scores: Float32Array.of(2, 2) }],
    });
    expect(tied.movies.map(({ movie, score }) => [movie, score])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(blend({ movies: new Int32Array(), scored: [] }).movies).toEqual([]);
  });
});
