import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile, plantedTastes } from "../contract/planted-tastes.ts";
import { bayesianAverageEngine } from "./bayesian-average.engine.ts";
import { weightedRatingEngine } from "./weighted-rating.engine.ts";

describeEngineContract(weightedRatingEngine, { answer: "consensus" });

const dataset = plantedTastes();
const counts = dataset.itemIds.map((_, item) => dataset.items.filter((each) => each === item).length);

it("is the Bayesian average of the same m within the chart, and 5 stars less outside", () => {
  const scoresOf = (model: ReturnType<typeof weightedRatingEngine.fit>) => model.recommends!.scoreItems(emptyProfile);
  const chart = scoresOf(weightedRatingEngine.fit(dataset, { seed: 1, hyperparameters: { minimumVotes: 27 } }));
  const all = scoresOf(bayesianAverageEngine.fit(dataset, { seed: 1, hyperparameters: { priorCount: 27 } }));
  expect(new Set(counts.map((count) => (count < 27 ? 0 : 1))).size).toBe(2);
  all.forEach((average, item) => {
    expect(chart[item]).toBeCloseTo(counts[item] >= 27 ? average : average - 5, 5);
  });
});

it("lets a tenth of the rated items in unless told otherwise", () => {
  const { recommends, explains, predicts } = weightedRatingEngine.fit(dataset, { seed: 1 });
  const listed = recommends!.scoreItems(emptyProfile).filter((score) => score >= 0.5).length;
  expect(listed).toBeGreaterThanOrEqual(6);
  expect(listed).toBeLessThan(15);
  const shy = counts.indexOf(Math.min(...counts.filter((count) => count > 0)));
  expect(explains!.explain(emptyProfile, shy).features.at(-1)!.name).toMatch(/^fewer than \d+ ratings$/);
  expect(predicts!.predict(emptyProfile, Int32Array.of(shy)).mean[0]).toBeGreaterThan(2);
});
