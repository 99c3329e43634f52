import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile, plantedTastes } from "../contract/planted-tastes.ts";
import { EngineInputError, type VoteTotals } from "../engine.types.ts";
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

describe("with other sources of ratings", () => {
  const dataset = {
    ...plantedTastes(),
    users: Int32Array.of(0, 1, 2),
    items: Int32Array.of(0, 0, 1),
    stars: Float32Array.of(5, 4, 3),
    ratedAt: new Float64Array(3),
  };
  const votes = (...pairs: readonly (readonly [count: number, mean: number])[]) => ({
    source: "elsewhere",
    counts: Int32Array.from(dataset.itemIds, (_, item) => pairs[item]?.[0] ?? 0),
    means: Float32Array.from(dataset.itemIds, (_, item) => pairs[item]?.[1] ?? Number.NaN),
  });
  const fit = (itemVotes: readonly VoteTotals[]) =>
    bayesianAverageEngine.fit({ ...dataset, itemVotes }, { seed: 1, hyperparameters: { priorCount: 2 } });

  it("scores (Σ rᵢvᵢ + C·m) / (Σ vᵢ + m) and says what each source added", () => {
    const model = fit([votes([8, 3], [0, 0], [1, 2])]);
    const mean = (12 + 8 * 3 + 2) / 12;
    const scores = model.recommends!.scoreItems(emptyProfile);
    expect(scores[0]).toBeCloseTo((9 + 8 * 3 + 2 * mean) / 12, 5);
    expect(scores[2]).toBeCloseTo((2 + 2 * mean) / 3, 5);
    const { features } = model.explains!.explain(emptyProfile, 0);
    expect(features.map(({ name }) => name)).toEqual(["2 ratings", "8 votes of elsewhere"]);
    expect(features[0].contribution).toBeCloseTo((9 - 2 * mean) / 12, 5);
    expect(bayesianAverageEngine.load(model.save()).save()).toEqual(model.save());
  });

  it("refuses votes that do not fit", () => {
    const good = votes([8, 3]);
    for (const bad of [
      { ...good, counts: new Int32Array(1) },
      { ...good, means: good.means.map(() => 6) },
      { ...good, counts: good.counts.map(() => -1) },
    ]) {
      expect(() => fit([bad])).toThrow(EngineInputError);
    }
  });
});
