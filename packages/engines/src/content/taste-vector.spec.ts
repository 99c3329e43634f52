import { describe, expect, it } from "vitest";
import { tasteVector } from "./taste-vector.ts";

/** Two kinds of films, a film of both, and one without a text. */
const vectors = { values: Float32Array.of(1, 0, 0, 1, 0.6, 0.8, 0, 0), centroid: Float32Array.of(0.5, 0.5) };
const day = 86_400;
const rated = (...ratings: [item: number, stars: number, ratedAt?: number][]) => ({
  items: Int32Array.from(ratings, ([item]) => item),
  stars: Float32Array.from(ratings, ([, stars]) => stars),
  ratedAt: Float64Array.from(ratings, ([, , ratedAt = 0]) => ratedAt),
});

describe("tasteVector", () => {
  it("points to what was liked and away from what was disliked, at length 1", () => {
    const [x, y] = tasteVector(rated([0, 5], [1, 0.5]), vectors)!;
    expect(x).toBeCloseTo(Math.SQRT1_2, 5);
    expect(y).toBeCloseTo(-Math.SQRT1_2, 5);
    expect(tasteVector(rated([1, 0.5]), vectors)).toEqual(tasteVector(rated([0, 4]), vectors));
  });

  it("weighs a newer rating a little more", () => {
    const liked = rated([0, 5, 1_000 * day], [1, 5, 2_000 * day]);
    // weights 1.125 and 2.25 times vectors that are each other's opposite
    const [x, y] = tasteVector(liked, vectors)!;
    expect(y).toBeGreaterThan(0);
    expect(x).toBeCloseTo(-y, 5);
  });

  it("is null without a rated film that has a text, and where the ratings cancel out", () => {
    expect(tasteVector(rated(), vectors)).toBeNull();
    expect(tasteVector(rated([3, 5], [-1, 1]), vectors)).toBeNull();
    expect(tasteVector(rated([0, 5], [1, 5]), vectors)).toBeNull();
  });
});
