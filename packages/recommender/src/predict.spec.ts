import { describe, expect, it } from "vitest";
import {
  averageAt,
  bayesianAverage,
  contentEmbedding,
  horrorFan,
  movieIdAt,
  snapshot,
  snapshotOf,
  viewer,
} from "./fixtures/two-tastes.ts";
import { predictStars } from "./predict.ts";

describe("predictStars", () => {
  it("answers in the order asked for, by the viewer's taste, null for a movie nobody knows", () => {
    const [musical, unknown, horror] = predictStars(snapshot, horrorFan, [movieIdAt(101), 1, movieIdAt(100)]);
    expect(unknown).toBeNull();
    expect(horror!.stars - averageAt(100)).toBeGreaterThan(musical!.stars - averageAt(101));
    expect(horror!.level).toBe(0.9);
  });

  it("knows nothing of a viewer without ratings", () => {
    expect(predictStars(snapshot, viewer(), [movieIdAt(100), 1])).toEqual([null, null]);
  });

  it("falls back to the average, and to null without a model that predicts", () => {
    expect(predictStars(snapshotOf(bayesianAverage), horrorFan, [movieIdAt(100)])[0]!.stars).toBeCloseTo(
      averageAt(100),
    );
    expect(predictStars(snapshotOf(contentEmbedding), horrorFan, [movieIdAt(100)])).toEqual([null]);
  });
});
