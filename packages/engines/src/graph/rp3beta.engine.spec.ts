import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { referenceMatrix } from "../linear/reference.fixtures.ts";
import { rp3BetaEngine } from "./rp3beta.engine.ts";

describeEngineContract(rp3BetaEngine, { answer: "taste" });

const dataset = plantedTastes();
const profile = profileOfTaste(2);

it.each([
  { alpha: 1, beta: 0.6, starWeight: 0 },
  { alpha: 0.7, beta: 0.3, starWeight: 0.2 },
])("walks as the formula says: %o", ({ alpha, beta, starWeight }) => {
  const weightOf = (stars: number) => 1 + starWeight * (stars - 3);
  const { rows, counts } = referenceMatrix(dataset, weightOf);
  const activities = rows.map((row) => row.filter((value) => value > 0).length);
  const walk = (from: number, to: number) =>
    rows.reduce((sum, row, user) => sum + row[from]! * row[to]! * activities[user]! ** -alpha, 0) / counts[to]! ** beta;
  const rated = counts.flatMap((count, item) => (count > 0 ? [item] : []));
  const expected = counts.map(() => 0);
  for (const [at, from] of profile.items.entries()) {
    const row = rated.map((to) => (to === from ? 0 : walk(from, to)));
    const total = row.reduce((sum, value) => sum + value, 0);
    rated.forEach((to, place) => {
      expected[to]! += (weightOf(profile.stars[at]!) * row[place]!) / total;
    });
  }
  const hyperparameters = { alpha, beta, starWeight, fewestRatings: 1, keptWeights: 100 };
  const scores = rp3BetaEngine.fit(dataset, { seed: 1, hyperparameters }).recommends!.scoreItems(profile);
  expected.forEach((score, item) => {
    expect(scores[item]).toBeCloseTo(score, 5);
  });
});

it("keeps each item's largest weights, which sum to 1", () => {
  const model = rp3BetaEngine.fit(dataset, { seed: 1, hyperparameters: { keptWeights: 4 } });
  const alone = { items: Int32Array.of(0), stars: Float32Array.of(3), ratedAt: Float64Array.of(0) };
  const scores = model.recommends!.scoreItems(alone).filter((score) => score !== 0);
  expect(scores).toHaveLength(4);
  expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 5);
});
