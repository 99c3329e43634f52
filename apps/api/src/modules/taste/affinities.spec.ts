import { describe, expect, it } from "vitest";
import { type MovieTrait, measureAffinities, mostDistinct } from "./affinities.ts";

const traits: Readonly<Record<number, readonly MovieTrait[]>> = {
  1: [{ name: "Drama", relevance: 1 }],
  2: [
    { name: "Drama", relevance: 1 },
    { name: "Comedy", relevance: 1 },
  ],
  3: [{ name: "Comedy", relevance: 0.5 }],
  4: [],
};
const measure = (...stars: [movieId: number, stars: number][]) =>
  measureAffinities(
    stars.map(([movieId, value]) => ({ movieId, stars: value })),
    (movieId) => traits[movieId]!,
  );

describe("affinities", () => {
  it("are means of what lies above or below the viewer's usual, shrunk by three neutral movies", () => {
    // the usual: (5 · 3 + 5 + 3 + 1) / 8 = 3
    expect(measure([1, 5], [2, 3], [3, 1])).toEqual([
      { name: "Drama", affinity: (1 + 0) / (2 + 3) },
      { name: "Comedy", affinity: (0 - 0.5) / (1.5 + 3) },
    ]);
  });

  it("stay between -1 and 1, and nearer to 0 the less is known", () => {
    const many = Array.from({ length: 50 }, (): [number, number] => [1, 5]);
    const low = Array.from({ length: 150 }, (): [number, number] => [3, 0.5]);
    const [drama, comedy] = measure(...many, ...low);
    expect(drama).toMatchObject({ name: "Drama" });
    expect(drama!.affinity).toBeGreaterThan(0.9);
    expect(drama!.affinity).toBeLessThan(1);
    expect(comedy!.affinity).toBeLessThan(0);
    expect(measure([1, 5])[0]!.affinity).toBeLessThan(0.25);
  });

  it("are none without ratings, and none of movies without traits", () => {
    expect(measure()).toEqual([]);
    expect(measure([4, 5])).toEqual([]);
  });

  it("that stand out most are kept, liked or not", () => {
    const all = [
      { name: "a", affinity: 0.5 },
      { name: "b", affinity: 0.1 },
      { name: "c", affinity: -0.4 },
    ];
    expect(mostDistinct(all, 2)).toEqual([all[0], all[2]]);
  });
});
