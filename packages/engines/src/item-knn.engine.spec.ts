import { expect, it } from "vitest";
import { describeEngineContract } from "./engine-contract.suite.ts";
import { itemKnnEngine } from "./item-knn.engine.ts";
import { plantedTastes, profileOfTaste } from "./planted-tastes.ts";

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
  const similar = (shrinkage: number) =>
    itemKnnEngine.fit(dataset, { seed: 1, hyperparameters: { ...plain, shrinkage } }).findsSimilar!.similarItems(0, {
      limit: 5,
    });
  expect([...similar(0).items]).toEqual([1]);
  expect(similar(0).scores[0]).toBeCloseTo(2 / Math.sqrt(6), 6);
  expect(similar(2).scores[0]).toBeCloseTo(2 / Math.sqrt(6) / 2, 6);
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
