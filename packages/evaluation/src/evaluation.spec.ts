import { type Dataset, type EngineProfile, getEngine, type Model } from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { evaluateRanking, measureRanking } from "./evaluate-ranking.ts";
import { evaluateRatings, measureRatings } from "./evaluate-ratings.ts";

function ratings(rows: readonly (readonly [user: number, item: number, stars: number])[]): Dataset {
  return {
    userCount: 3,
    itemCount: 5,
    itemIds: Int32Array.of(1, 2, 3, 4, 5),
    users: Int32Array.from(rows, ([user]) => user),
    items: Int32Array.from(rows, ([, item]) => item),
    stars: Float32Array.from(rows, ([, , stars]) => stars),
    ratedAt: new Float64Array(rows.length),
  };
}

const training = ratings([
  [0, 0, 4],
  [1, 1, 2],
  [0, 1, 5],
  [2, 4, 3],
]);
const tested = ratings([
  [1, 0, 3],
  [0, 2, 5],
  [0, 4, 1],
]);

/** Predicts the mean of the profile ± 1 and ranks items by their index, lowest first. */
const simple: Model = {
  engine: "svd",
  itemIds: training.itemIds,
  predicts: {
    predict({ stars }: EngineProfile, items: Int32Array) {
      const mean = stars.reduce((sum, value) => sum + value, 0) / stars.length;
      const column = (value: number) => new Float32Array(items.length).fill(value);
      return { mean: column(mean), low: column(mean - 1), high: column(mean + 1), level: 0.9 };
    },
  },
  recommends: { scoreItems: () => Float32Array.of(5, 4, 3, 2, 1) },
  save: () => new Uint8Array(0),
};

describe("measuring a model", () => {
  it("predicts each user's tested ratings from his own training ratings", () => {
    // User 0 (mean 4.5): errors −0.5 and 3.5; user 1 (mean 2): error −1, at the end of its interval.
    const { rmse, mae, coverage } = measureRatings(simple, training, tested);
    expect(rmse).toBeCloseTo(Math.sqrt((0.25 + 12.25 + 1) / 3), 6);
    expect(mae).toBeCloseTo(5 / 3, 6);
    expect(coverage).toBeCloseTo(2 / 3, 6);
  });

  it("leaves a user's training items out of his list, and users without tested ratings out of the mean", () => {
    // User 0 is shown 2, 3 and finds 2 of {2, 4}; user 1 is shown 0, 2 and finds 0 of {0}.
    const { precision, recall, map, ndcg } = measureRanking(simple, training, tested, 2);
    expect(precision).toBeCloseTo(0.5, 12);
    expect(recall).toBeCloseTo((0.5 + 1) / 2, 12);
    expect(map).toBeCloseTo((0.5 + 1) / 2, 12);
    expect(ndcg).toBeCloseTo((1 / (1 + 1 / Math.log2(3)) + 1) / 2, 12);
  });

  it("refuses a model without the capability", () => {
    const { predicts: _predicts, recommends: _recommends, ...bare } = simple;
    expect(() => measureRatings(bare, training, tested)).toThrow(TypeError);
    expect(() => measureRanking(bare, training, tested, 2)).toThrow(TypeError);
  });
});

describe("evaluating an engine", () => {
  const engine = getEngine("bayesian-average");
  const dataset = ratings(
    [0, 1, 2].flatMap((user) => [0, 1, 2, 3].map((item) => [user, item, 1 + ((user + item) % 4)] as const)),
  );

  it("means the folds, the same for the same seed", () => {
    const shares: number[] = [];
    const evaluate = (seed: number) =>
      evaluateRatings(engine, dataset, { folds: 3, seed, onProgress: (share) => shares.push(share) });
    const first = evaluate(1);
    expect(first.rmse).toBeCloseTo(first.folds.reduce((sum, fold) => sum + fold.rmse, 0) / 3, 12);
    expect(shares.at(-1)).toBeCloseTo(1, 12);
    expect(evaluate(1)).toEqual(first);
    expect(evaluate(2)).not.toEqual(first);
  });

  it("passes hyperparameters on", () => {
    const evaluate = (priorCount: number) =>
      evaluateRatings(engine, dataset, { folds: 3, seed: 1, hyperparameters: { priorCount } });
    expect(evaluate(1).rmse).not.toBe(evaluate(1000).rmse);
    expect(() => evaluate(Number.NaN)).toThrow("priorCount");
  });

  it("judges lists on a stratified split", () => {
    const metrics = evaluateRanking(engine, dataset, { k: 2, testShare: 0.25, seed: 1 });
    for (const value of Object.values(metrics)) expect(value >= 0 && value <= 1).toBe(true);
    // One tested item each and two shown of the two unrated: all are found.
    expect(metrics.recall).toBe(1);
  });
});
