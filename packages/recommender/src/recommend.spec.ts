import { describe, expect, it } from "vitest";
import { similarityModel } from "./fixtures/similarity-model.ts";
import {
  averageAt,
  bayesianAverage,
  catalog,
  horrorFan,
  horrorShare,
  itemKnn,
  movieIdAt,
  snapshot,
  snapshotOf,
  viewer,
} from "./fixtures/two-tastes.ts";
import { recommend } from "./recommend.ts";
import { RecommendationInputError } from "./recommendation-input-error.ts";
import type { RecommendationRequest } from "./recommender.types.ts";

const request: RecommendationRequest = { strategy: "AUTO", limit: 20 };
const indexOf = (movieId: number) => (movieId - movieIdAt(0)) / 3;
const ids = (list: ReturnType<typeof recommend>) => list.items.map(({ movieId }) => movieId);

describe("recommend", () => {
  it("finds the planted taste with the blend", () => {
    const list = recommend(snapshot, horrorFan, request);
    expect(list.strategyUsed).toBe("HYBRID");
    expect(list.items).toHaveLength(20);
    expect(horrorShare(list.items)).toBe(1);
    expect(list.models.map(({ engine }) => engine).sort()).toEqual([
      "bayesian-average",
      "content-embedding",
      "item-knn",
      "svd",
    ]);
  });

  it("ranks from 1 without repeats, by scores in [0, 1] that are the weighted sum of the sources", () => {
    const { items } = recommend(snapshot, horrorFan, { ...request, limit: 250 });
    expect(new Set(items.map(({ movieId }) => movieId)).size).toBe(items.length);
    for (const [index, { rank, score, sources }] of items.entries()) {
      expect(rank).toBe(index + 1);
      if (index > 0) expect(score).toBeLessThanOrEqual(items[index - 1].score);
      expect(sources.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
      expect(sources.reduce((sum, source) => sum + source.weight * source.score, 0)).toBeCloseTo(score, 6);
      for (const source of sources) expect(source.score).toSatisfy((value: number) => value >= 0 && value <= 1);
    }
  });

  it("weighs 50/30/20, collaborative shared by its two engines", () => {
    const [{ sources }] = recommend(snapshot, horrorFan, request).items;
    const weights = Object.fromEntries(sources.map(({ engine, weight }) => [engine, weight]));
    expect(weights["item-knn"]).toBeCloseTo(0.25);
    expect(weights.svd).toBeCloseTo(0.25);
    expect(weights["content-embedding"]).toBeCloseTo(0.3);
    expect(weights["bayesian-average"]).toBeCloseTo(0.2);
  });

  it("takes other weights, on any scale", () => {
    const weights = { collaborative: 0, content: 0, statistical: 7 };
    const { items } = recommend(snapshot, horrorFan, { ...request, weights });
    const averages = items.map(({ movieId }) => averageAt(indexOf(movieId)));
    expect(averages).toEqual([...averages].sort((a, b) => b - a));
    expect(items[0].sources).toHaveLength(1);
  });

  it("leaves out what is rated, dismissed or on the watchlist", () => {
    const before = ids(recommend(snapshot, horrorFan, request));
    const profile = { ...horrorFan, dismissed: [before[0]], watchlisted: [before[1]] };
    const after = ids(recommend(snapshot, profile, { ...request, limit: 300 }));
    for (const movieId of [before[0], before[1], ...horrorFan.ratings.map((rating) => rating.movieId)]) {
      expect(after).not.toContain(movieId);
    }
  });

  it("keeps to the filter and gives what there is", () => {
    const filter = { genres: ["drama"], years: { from: 2000, to: 2005 }, minimumRatingCount: 100 };
    const list = recommend(snapshot, horrorFan, { ...request, filter });
    expect(list.items.length).toBeGreaterThan(0);
    expect(list.items.length).toBeLessThan(20);
    for (const index of ids(list).map(indexOf)) {
      expect(index % 3).toBe(0);
      expect(catalog.years[index]).toSatisfy((year: number) => year >= 2000 && year <= 2005);
      expect(catalog.ratingCounts[index]).toBeGreaterThanOrEqual(100);
    }
    const movieIds = ids(list).slice(0, 2);
    expect(ids(recommend(snapshot, horrorFan, { ...request, filter: { movieIds } })).sort()).toEqual(movieIds.sort());
    expect(recommend(snapshot, horrorFan, { ...request, filter: { movieIds: [] } }).items).toEqual([]);
  });

  it("keeps to the viewer's era unless the filter names another", () => {
    const old = { ...horrorFan, era: "OLD" as const };
    const years = (list: ReturnType<typeof recommend>) => ids(list).map((movieId) => catalog.years[indexOf(movieId)]);
    expect(Math.max(...years(recommend(snapshot, old, request)))).toBeLessThan(1990);
    expect(Math.min(...years(recommend(snapshot, old, { ...request, filter: { era: "NEW" } })))).toBe(1990);
  });

  it("gives the same answer again, whatever the order of the ratings", () => {
    const turned = { ...horrorFan, ratings: [...horrorFan.ratings].reverse() };
    expect(recommend(snapshot, turned, request)).toEqual(recommend(snapshot, horrorFan, request));
  });

  it("answers with what models there are, and with an empty list without any", () => {
    const knnOnly = recommend(snapshotOf(itemKnn), horrorFan, request);
    expect(knnOnly.strategyUsed).toBe("COLLABORATIVE");
    expect(horrorShare(knnOnly.items)).toBe(1);
    const averageOnly = recommend(snapshotOf(bayesianAverage), horrorFan, { ...request, strategy: "CONTENT" });
    expect(averageOnly.strategyUsed).toBe("STATISTICAL");
    expect(averageOnly.items).toHaveLength(20);
    expect(recommend(snapshotOf(), horrorFan, request).items).toEqual([]);
  });

  it.each([
    { weights: { collaborative: -1, content: 1, statistical: 1 } },
    { weights: { collaborative: 0, content: 0, statistical: 0 } },
    { weights: { collaborative: Number.NaN, content: 1, statistical: 1 } },
    { diversity: 1.1 },
    { calibration: -0.1 },
    { novelty: Number.NaN },
    { limit: 0 },
  ])("refuses %j", (part) => {
    expect(() => recommend(snapshot, horrorFan, { ...request, ...part })).toThrow(RecommendationInputError);
  });

  it("does not touch its input", () => {
    const profile = viewer([20, 5], [41, 1]);
    const copy = structuredClone(profile);
    recommend(snapshot, profile, request);
    expect(profile).toEqual(copy);
  });
});

it("takes no notice of promoted engines that are in no family", () => {
  const compared = similarityModel({ engine: "most-rated", itemIds: catalog.movieIds, similarity: () => 1 });
  const { models, ...list } = recommend(
    snapshotOf(compared, ...Object.values(snapshot.models).map(({ model }) => model)),
    horrorFan,
    request,
  );
  const { models: without, ...same } = recommend(snapshot, horrorFan, request);
  expect(list).toEqual(same);
  expect(models.map(({ engine }) => engine).sort()).toEqual(without.map(({ engine }) => engine).sort());
});
