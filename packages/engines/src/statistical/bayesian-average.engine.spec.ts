import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile, plantedTastes } from "../contract/planted-tastes.ts";
import { bayesianAverageEngine } from "./bayesian-average.engine.ts";

describeEngineContract(bayesianAverageEngine, { answer: "consensus" });

it("scores (Σr + C·m) / (v + m)", () => {
  const dataset = {
    ...plantedTastes(),
    users: Int32Array.of(0, 1, 2),
    items: Int32Array.of(0, 0, 1),
    stars: Float32Array.of(5, 4, 3),
    ratedAt: new Float64Array(3),
  };
  const model = bayesianAverageEngine.fit(dataset, { seed: 1, hyperparameters: { priorCount: 2 } });
  const scores = model.recommends!.scoreItems(emptyProfile);
  expect(scores[0]).toBeCloseTo((9 + 4 * 2) / 4, 6);
  expect(scores[1]).toBeCloseTo((3 + 4 * 2) / 3, 6);
  expect(scores[2]).toBe(4);
});

it("predicts fewer stars for a strict viewer, and the same list", () => {
  const { predicts, recommends } = bayesianAverageEngine.fit(plantedTastes(), { seed: 1 });
  const rated = (stars: number) => ({
    items: Int32Array.of(5, 6, 7),
    stars: new Float32Array(3).fill(stars),
    ratedAt: new Float64Array(3),
  });
  const asked = Int32Array.of(8);
  expect(predicts!.predict(rated(1), asked).mean[0]).toBeLessThan(predicts!.predict(rated(4), asked).mean[0]);
  expect(recommends!.scoreItems(rated(1))).toEqual(recommends!.scoreItems(rated(4)));
});
