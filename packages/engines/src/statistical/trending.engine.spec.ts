import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile } from "../contract/planted-tastes.ts";
import type { Dataset } from "../engine.types.ts";
import { trendingEngine } from "./trending.engine.ts";

describeEngineContract(trendingEngine, { answer: "consensus" });

const day = 86_400;
const now = 1_700_000_000;

/** Ratings of 30 items by one viewer each, repeated; `rate` gives stars and age in days. */
function datasetOf(count: number, rate: (item: number, turn: number) => { stars: number; age: number }): Dataset {
  const ratings = Array.from({ length: count }, (_, row) => ({
    row,
    item: row % 30,
    ...rate(row % 30, Math.floor(row / 30)),
  }));
  return {
    userCount: count,
    itemCount: 30,
    itemIds: Int32Array.from({ length: 30 }, (_, item) => item),
    users: Int32Array.from(ratings, ({ row }) => row),
    items: Int32Array.from(ratings, ({ item }) => item),
    stars: Float32Array.from(ratings, ({ stars }) => stars),
    ratedAt: Float64Array.from(ratings, ({ age }) => now - age * day),
  };
}
const scoresOf = (dataset: Dataset, hyperparameters = {}) =>
  trendingEngine.fit(dataset, { seed: 1, hyperparameters }).recommends!.scoreItems(emptyProfile);

it("forgets what is older than the lookback, and ranks what is left by its recent stars", () => {
  const dataset = datasetOf(300, (item, turn) => ({
    stars: item === 3 && turn % 2 === 0 ? 5 : 3,
    age: item === 7 ? 100 : item === 3 && turn % 2 === 1 ? 100 : turn,
  }));
  const scores = scoresOf(dataset);
  expect(scores.indexOf(Math.max(...scores))).toBe(3);
  expect(scores[7]).toBeLessThan(0);
  expect(scoresOf(dataset, { lookbackDays: 200 })[7]).toBeGreaterThan(2);
});

it("weighs a rating half after the half-life", () => {
  const aged = (age: number) =>
    datasetOf(300, (item, turn) => ({ stars: item === 3 ? 5 : 3, age: item === 3 ? age : turn % 2 }));
  const [fresh, old] = [1, 15].map((age) => scoresOf(aged(age), { halfLifeDays: 14 })[3]);
  expect(old).toBeLessThan(fresh);
  expect(scoresOf(aged(15), { halfLifeDays: 0 })[3]).toBeCloseTo(scoresOf(aged(1), { halfLifeDays: 0 })[3], 6);
});

it("is the Bayesian average of the window where all ratings weigh alike", () => {
  const scores = scoresOf(
    datasetOf(120, (item) => ({ stars: item < 15 ? 4 : 2, age: 0 })),
    { halfLifeDays: 0 },
  );
  expect(scores[0]).toBeCloseTo((4 * 4 + 3 * 4) / (4 + 4), 6);
});

it("reaches further back while the window is nearly empty, and takes all where no rating has a time", () => {
  const sparse = datasetOf(120, (_, turn) => ({ stars: 4, age: turn * 70 }));
  expect(scoresOf(sparse, { lookbackDays: 30 }).every((score) => score > 3)).toBe(true);
  const timeless = { ...sparse, ratedAt: new Float64Array(120) };
  expect(scoresOf(timeless).every((score) => score > 3)).toBe(true);
});
