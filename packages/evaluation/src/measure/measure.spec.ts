import { type Dataset, type EngineProfile, getEngine, type Model } from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { foldOf } from "../dataset/fold.ts";
import { kFoldSplits, stratifiedSplit } from "../splits/random-splits.ts";
import { type EvaluationOptions, evaluateEngine } from "./evaluate-engine.ts";
import { measureRanking } from "./measure-ranking.ts";
import { measureRatings } from "./measure-ratings.ts";

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
  it("holds lists beside those by the planted truth, where there is one", () => {
    // Unrated are the items 2, 3, 4 for user 0 and 0, 2, 3, 4 for user 1; the truth puts the tested ones first.
    const planted = Float32Array.of(0, 0, 3, 1, 2, 9, 0, 1, 2, 3, 0, 0, 0, 0, 0);
    const { metrics } = measureRanking(simple, { training, tested, planted }, 2);
    expect(metrics.oracleNdcg).toBe(1);
    expect(metrics.shareOfOracle).toBe(metrics.ndcg);
    expect(measureRanking(simple, { training, tested }, 2).metrics).not.toHaveProperty("oracleNdcg");
  });

  it("predicts each user's tested ratings from his own training ratings", () => {
    // User 0 (mean 4.5): errors −0.5 and 3.5; user 1 (mean 2): error −1, at the end of its interval.
    const { metrics, users } = measureRatings(simple, { training, tested });
    expect(metrics.rmse).toBeCloseTo(Math.sqrt((0.25 + 12.25 + 1) / 3), 6);
    expect(metrics.mae).toBeCloseTo(5 / 3, 6);
    expect(metrics.likeAccuracy).toBeCloseTo(2 / 3, 6);
    expect(metrics.intervalCoverage).toBeCloseTo(2 / 3, 6);
    expect(metrics.intervalWidth).toBeCloseTo(2, 6);
    // Films 0 and 4 have one training rating, film 2 none.
    const weight = 1 / Math.SQRT2;
    expect(metrics.debiasedRmse).toBeCloseTo(Math.sqrt((0.25 + 12.25 * weight + weight) / (1 + 2 * weight)), 6);
    expect(users).toEqual({ sums: Float64Array.of(12.5, 1, 0), counts: Float64Array.of(2, 1, 0), isRoot: true });
  });

  it("leaves a user's training items out of his list, and users without tested ratings out of the mean", () => {
    // User 0 is shown 2, 3 and finds 2 of {2, 4}; user 1 is shown 0, 2 and finds 0 of {0}.
    const { metrics, users } = measureRanking(simple, { training, tested }, 2);
    expect(metrics.precision).toBeCloseTo(0.5, 12);
    expect(metrics.recall).toBeCloseTo((0.5 + 1) / 2, 12);
    expect(metrics.map).toBeCloseTo((0.5 + 1) / 2, 12);
    expect(metrics.ndcg).toBeCloseTo((1 / (1 + 1 / Math.log2(3)) + 1) / 2, 12);
    expect([metrics.mrr, metrics.hitRate]).toEqual([1, 1]);
    expect(metrics.coverage).toBeCloseTo(3 / 5, 12);
    expect(metrics.novelty).toBeCloseTo(Math.log2(3), 12);
    expect(metrics.diversity).toBeUndefined();
    expect([...users.counts]).toEqual([1, 1, 0]);
  });

  it("folds users in from the known ratings where they are not those of the training", () => {
    const known = ratings([
      [0, 1, 3],
      [1, 0, 3],
    ]);
    expect(measureRatings(simple, { training, known, tested }).metrics.mae).toBeCloseTo((2 + 2 + 0) / 3, 6);
    // User 1 now knows film 0.
    expect(measureRanking(simple, { training, known, tested }, 2).metrics.recall).toBeCloseTo((0.5 + 0) / 2, 12);
  });

  it("refuses a model without the capability", () => {
    const { predicts: _predicts, recommends: _recommends, ...bare } = simple;
    expect(() => measureRatings(bare, { training, tested })).toThrow(TypeError);
    expect(() => measureRanking(bare, { training, tested }, 2)).toThrow(TypeError);
  });
});

describe("evaluating an engine", () => {
  const engine = getEngine("bayesian-average");
  const dataset = ratings(
    [0, 1, 2].flatMap((user) => [0, 1, 2, 3].map((item) => [user, item, 1 + ((user + item) % 4)] as const)),
  );
  const evaluate = (seed: number, options: Partial<EvaluationOptions> = {}) => {
    const folds = kFoldSplits(dataset, { folds: 3, seed }).map((split) => foldOf(dataset, split));
    return evaluateEngine(engine, folds, { task: "rating", k: 2, seed, foldCount: 3, ...options });
  };

  it("means the folds, the same for the same seed", () => {
    const shares: number[] = [];
    const first = evaluate(1, { onProgress: (share) => shares.push(share) });
    expect(first.folds).toHaveLength(3);
    expect(first.metrics.rmse).toBeCloseTo(first.folds.reduce((sum, { metrics }) => sum + metrics.rmse, 0) / 3, 12);
    expect([...first.users.counts]).toEqual([4, 4, 4]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 12);
    expect(evaluate(1).metrics).toEqual(first.metrics);
    expect(evaluate(2).metrics).not.toEqual(first.metrics);
  });

  it("passes hyperparameters on", () => {
    const rmse = (priorCount: number) => evaluate(1, { hyperparameters: { priorCount } }).metrics.rmse;
    expect(rmse(1)).not.toBe(rmse(1000));
    expect(() => rmse(Number.NaN)).toThrow("priorCount");
  });

  it("names the metrics of lists by their length", () => {
    const fold = foldOf(dataset, stratifiedSplit(dataset, { testShare: 0.25, seed: 1 }));
    const { metrics } = evaluateEngine(engine, [fold], { task: "ranking", k: 2, seed: 1 });
    // One tested item each and two shown of the two unrated: all are found.
    expect(metrics["recall@2"]).toBe(1);
  });

  it("refuses a split that leaves nothing to test", () => {
    expect(() => foldOf(dataset, { train: Int32Array.of(0, 1), test: new Int32Array() })).toThrow(RangeError);
  });
});
