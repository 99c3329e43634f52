import { describe, expect, it } from "vitest";
import { audienceClosenessParts } from "./closeness.ts";
import {
  averageAt,
  bayesianAverage,
  horrorShare,
  movieIdAt,
  snapshot,
  snapshotOf,
  viewer,
} from "./fixtures/two-tastes.ts";
import { recommend } from "./recommend.ts";
import { indexedModels } from "./snapshot-index.ts";

const request = { strategy: "AUTO", limit: 20 } as const;
const likesHorror = viewer([20, 5], [40, 4.5], [21, 1]);
const likesMusicals = viewer([21, 5], [41, 4.5], [20, 1]);

describe("the first personal list", () => {
  it("differs clearly between two opposite tastes of three ratings and stays STATISTICAL", () => {
    const horror = recommend(snapshot, likesHorror, request);
    const musicals = recommend(snapshot, likesMusicals, request);
    expect([horror.strategyUsed, musicals.strategyUsed]).toEqual(["STATISTICAL", "STATISTICAL"]);
    expect(horrorShare(horror.items)).toBeGreaterThan(0.85);
    expect(horrorShare(musicals.items)).toBeLessThan(0.15);
  });

  it("leans toward a taste after one rating, and more after each", () => {
    const shares = [viewer(), viewer([20, 5]), viewer([20, 5], [40, 5])].map((profile) =>
      horrorShare(recommend(snapshot, profile, { ...request, limit: 60 }).items),
    );
    expect(shares[0]).toBeLessThan(0.6);
    expect(shares[1]).toBeGreaterThan(shares[0]);
    expect(shares[2]).toBeGreaterThanOrEqual(shares[1]);
  });

  it("moves away from what was disliked, with nothing liked yet", () => {
    expect(horrorShare(recommend(snapshot, viewer([20, 0.5], [40, 1]), request).items)).toBeLessThan(0.3);
  });

  it("keeps the quality of the best third of the catalog", () => {
    const best = Array.from({ length: 300 }, (_, index) => averageAt(index)).sort((a, b) => b - a);
    for (const { movieId } of recommend(snapshot, likesHorror, request).items) {
      expect(averageAt((movieId - movieIdAt(0)) / 3)).toBeGreaterThanOrEqual(best[105]);
    }
  });

  it("is the plain list without ratings, and where no engine knows what is alike", () => {
    const plain = recommend(snapshot, viewer(), request).items.map(({ movieId }) => movieId);
    expect(averageAt((plain[0] - movieIdAt(0)) / 3)).toBeCloseTo(4.49, 1);
    expect(
      recommend(snapshotOf(bayesianAverage), viewer([299, 3]), request).items.map(({ movieId }) => movieId),
    ).toEqual(plain);
  });
});

describe("audienceClosenessParts", () => {
  it("weighs similarities by stars above and below three", () => {
    const ratings = [20, 21, 30].map((movie, index) => ({ movie, stars: [5, 2, 3][index], ratedAt: 0 }));
    const parts = audienceClosenessParts(indexedModels(snapshot), ratings, Int32Array.of(20, 24));
    expect(parts.map(({ rating }) => rating.movie)).toEqual([20, 21]);
    expect(parts[0].values[0]).toBe(0);
    expect(parts[0].values[1]).toBeCloseTo((2 / 3) * (0.6 + 0.3 / 5), 5);
    expect(parts[1].values[1]).toBeCloseTo((-1 / 3) * (0.1 + 0.3 / 4), 5);
  });
});
