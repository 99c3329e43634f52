import {
  bayesianAverageEngine,
  buildAttribute,
  contentAttributesEngine,
  contentEmbeddingEngine,
  createRandom,
  type Dataset,
  itemKnnEngine,
  svdEngine,
} from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { describeMovies } from "./describe.ts";
import { recommendFromFavorites } from "./favorites.ts";
import { catalog, horrorShare, movieIdAt, viewer } from "./fixtures/two-tastes.ts";
import { recommend } from "./recommend.ts";
import type { Snapshot } from "./recommender.types.ts";
import { findSimilarMovies } from "./similar.ts";

// Two hundred viewers, half of them for horror: each rates 40 films, mostly of his kind, and higher where it is.
function plantedDataset(): Dataset {
  const random = createRandom(7);
  const ratings: { user: number; item: number; stars: number }[] = [];
  for (let user = 0; user < 200; user++) {
    const seen = new Set<number>();
    while (seen.size < 40) {
      const isOwnKind = random() < 0.8;
      const item = 2 * Math.floor(random() * 150) + (isOwnKind ? user % 2 : 1 - (user % 2));
      if (seen.has(item)) continue;
      seen.add(item);
      ratings.push({ user, item, stars: Math.round((isOwnKind ? 7.6 : 3.6) + 2 * random()) / 2 });
    }
  }
  const dimensions = 4;
  const values = new Float32Array(300 * dimensions);
  for (let item = 0; item < 300; item++) {
    const angle = (item % 2) * 1.3 + 0.5 * random();
    values.set([Math.cos(angle), Math.sin(angle), 0, 0], item * dimensions);
  }
  return {
    userCount: 200,
    itemCount: 300,
    itemIds: catalog.movieIds,
    users: Int32Array.from(ratings, ({ user }) => user),
    items: Int32Array.from(ratings, ({ item }) => item),
    stars: Float32Array.from(ratings, ({ stars }) => stars),
    ratedAt: new Float64Array(ratings.length),
    itemVectors: { dimensions, values },
  };
}

describe("with the real engines on planted tastes", () => {
  const dataset = plantedDataset();
  const snapshot: Snapshot = {
    catalog,
    models: {
      "bayesian-average": { version: 1, model: bayesianAverageEngine.fit(dataset, { seed: 1 }) },
      "item-knn": { version: 1, model: itemKnnEngine.fit(dataset, { seed: 1 }) },
      svd: { version: 1, model: svdEngine.fit(dataset, { seed: 1, hyperparameters: { factors: 8 } }) },
      "content-embedding": { version: 1, model: contentEmbeddingEngine.fit(dataset, { seed: 1 }) },
    },
  };
  const horror = viewer([20, 5], [40, 4.5], [60, 4], [21, 1], [41, 2], [80, 5]);
  const musicals = viewer([21, 5], [41, 4.5], [61, 4], [20, 1], [40, 2], [81, 5]);
  const first = (profile: typeof horror, count: number) => ({ ...profile, ratings: profile.ratings.slice(0, count) });

  it.each(["HYBRID", "COLLABORATIVE", "CONTENT"] as const)("%s finds each taste", (strategy) => {
    expect(horrorShare(recommend(snapshot, horror, { strategy, limit: 20 }).items)).toBeGreaterThan(0.9);
    expect(horrorShare(recommend(snapshot, musicals, { strategy, limit: 20 }).items)).toBeLessThan(0.1);
  });

  it("is personal by the third rating", () => {
    const shares = [horror, musicals].map((profile) =>
      horrorShare(recommend(snapshot, first(profile, 3), { strategy: "AUTO", limit: 20 }).items),
    );
    expect(shares[0]).toBeGreaterThan(0.8);
    expect(shares[1]).toBeLessThan(0.2);
  });

  it.each([0, 1, 3, 4, 6])("explains every film exactly, after %i ratings", (count) => {
    const profile = first(horror, count);
    const list = recommend(snapshot, profile, { strategy: "AUTO", limit: 20 });
    for (const { sources, explanation, prediction } of describeMovies(snapshot, profile, list, list.items)) {
      const { baseline, because, features } = explanation;
      const told = [...because, ...features].reduce((sum, { contribution }) => sum + contribution, baseline);
      expect(Math.abs(told - sources.find(({ engine }) => engine === explanation.engine)!.score)).toBeLessThan(1e-4);
      const isNear = because.some(({ stars, contribution }) => stars >= 3 && contribution > 0);
      expect(explanation.text).toMatch(isNear ? /^Because you gave Horror/ : /^Viewers give it \d\.\d on average/);
      if (count >= 3) expect(isNear).toBe(true);
      if (count === 0) expect(prediction).toBeNull();
      else expect(prediction!.stars).toBeGreaterThanOrEqual(prediction!.low);
    }
  });

  it("names what a film has in common with those rated, where facts speak", () => {
    const facts = Array.from(catalog.movieIds, (_, item) => (item % 2 === 0 ? ["Jamie Lee Curtis"] : ["Gene Kelly"]));
    const itemAttributes = [buildAttribute("cast", facts)];
    const model = contentAttributesEngine.fit({ ...dataset, itemAttributes }, { seed: 1 });
    const withFacts: Snapshot = { catalog, models: { "content-attributes": { version: 1, model } } };
    const list = recommend(withFacts, horror, { strategy: "CONTENT", limit: 5 });
    expect(horrorShare(list.items)).toBe(1);
    for (const { explanation, sources } of describeMovies(withFacts, horror, list, list.items)) {
      const { baseline, because, features, terms } = explanation;
      const told = [...because, ...features].reduce((sum, { contribution }) => sum + contribution, baseline);
      expect(Math.abs(told - sources[0].score)).toBeLessThan(1e-4);
      expect(terms![0].name).toBe("cast: Jamie Lee Curtis");
      expect(terms!.reduce((sum, { contribution }) => sum + contribution, baseline)).toBeCloseTo(told, 4);
    }
    expect(horrorShare(findSimilarMovies(withFacts, movieIdAt(20), { limit: 12, basis: "CONTENT" }))).toBe(1);
  });

  it("starts from favorites and finds films alike", () => {
    expect(horrorShare(recommendFromFavorites(snapshot, [movieIdAt(21)], 10).items)).toBeLessThan(0.1);
    for (const basis of ["BLEND", "AUDIENCE", "CONTENT", "PLOT"] as const) {
      expect(horrorShare(findSimilarMovies(snapshot, movieIdAt(20), { limit: 12, basis }))).toBeGreaterThan(0.9);
    }
  });
});
