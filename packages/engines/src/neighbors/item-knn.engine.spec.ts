import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { itemKnnEngine } from "./item-knn.engine.ts";

describeEngineContract(itemKnnEngine, { answer: "taste" });

const plain = { neighbors: 10, shrinkage: 0, starWeight: 0, activityDamping: 0 };

it("is the cosine of the audiences: two of item 0's three viewers are among item 1's two", () => {
  const dataset = {
    ...plantedTastes(),
    users: Int32Array.of(0, 1, 2, 0, 1),
    items: Int32Array.of(0, 0, 0, 1, 1),
    stars: Float32Array.of(3, 3, 3, 3, 3),
    ratedAt: new Float64Array(5),
  };
  const watched = { items: Int32Array.of(0), stars: Float32Array.of(3), ratedAt: Float64Array.of(0) };
  const scores = (shrinkage: number) =>
    itemKnnEngine.fit(dataset, { seed: 1, hyperparameters: { ...plain, shrinkage } }).recommends!.scoreItems(watched);
  expect([...scores(0)].filter((score) => score > 0)).toHaveLength(1);
  expect(scores(0)[1]).toBeCloseTo(2 / Math.sqrt(6), 6);
  expect(scores(2)[1]).toBeCloseTo(2 / Math.sqrt(6) / 2, 6);
});

it("gives a loved movie's neighbors more than a disliked one's", () => {
  const { explains } = itemKnnEngine.fit(plantedTastes(), { seed: 1 });
  const profile = profileOfTaste(0);
  const contributionOf = (stars: number) =>
    explains!
      .explain({ ...profile, stars: profile.stars.with(0, stars) }, profile.items[4] + 1)
      .contributions.find(({ item }) => item === profile.items[0])!.contribution;
  expect(contributionOf(5)).toBeGreaterThan(contributionOf(1));
});

it("finds alike what the same viewers like, by correlation and not by popularity", () => {
  // Ten viewers: six like item 0; item 1 is liked by five of these and nobody else, item 2 by everyone.
  const likes = [0, 1, 2, 3, 4, 5].map((user) => [user, 0]);
  likes.push(...[0, 1, 2, 3, 4].map((user) => [user, 1]), ...Array.from({ length: 10 }, (_, user) => [user, 2]));
  const dataset = {
    ...plantedTastes(),
    userCount: 10,
    users: Int32Array.from(likes, ([user]) => user),
    items: Int32Array.from(likes, ([, item]) => item),
    stars: new Float32Array(likes.length).fill(4),
    ratedAt: new Float64Array(likes.length),
  };
  const similarities = itemKnnEngine.fit(dataset, { seed: 1 }).findsSimilar!.similarities(0);
  const correlation = (5 - (6 * 5) / 10) / Math.sqrt((6 - 36 / 10) * (5 - 25 / 10));
  expect(similarities[1]).toBeCloseTo((correlation * 5) / (5 + 10), 6);
  expect(similarities[2]).toBe(0);
});

describe("predicted stars", () => {
  // Ten viewers give item 0 and item 1 the same stars, high and low by turns, and item 2 the opposite.
  const dataset = {
    ...plantedTastes(),
    userCount: 10,
    users: Int32Array.from({ length: 30 }, (_, row) => Math.floor(row / 3)),
    items: Int32Array.from({ length: 30 }, (_, row) => row % 3),
    stars: Float32Array.from({ length: 30 }, (_, row) => ((Math.floor(row / 3) + (row % 3 === 2 ? 1 : 0)) % 2 ? 5 : 1)),
    ratedAt: new Float64Array(30),
  };

  it.each(["adjusted-cosine", "pearson-baseline"])(
    "follow the stars of alike items by %s, not of others",
    (similarity) => {
      const hyperparameters = { similarity, ratingShrinkage: 1 };
      const { predicts } = itemKnnEngine.fit(dataset, { seed: 1, hyperparameters });
      const predicted = (stars: number) => {
        const profile = {
          items: Int32Array.of(0, 2),
          stars: Float32Array.of(stars, 6 - stars),
          ratedAt: new Float64Array(2),
        };
        return predicts!.predict(profile, Int32Array.of(1)).mean[0];
      };
      expect(predicted(5)).toBeGreaterThan(4);
      expect(predicted(1)).toBeLessThan(2);
    },
  );

  it("use the nearest alone where one is asked for", () => {
    const fit = (nearest: number) => itemKnnEngine.fit(plantedTastes(), { seed: 1, hyperparameters: { nearest } });
    const profile = profileOfTaste(0);
    const asked = Int32Array.of(profile.items[0] + 1);
    expect(fit(1).predicts!.predict(profile, asked).mean).not.toEqual(fit(40).predicts!.predict(profile, asked).mean);
  });
});
