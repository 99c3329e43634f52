import { buildAttribute } from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { catalogCoverage, gini, intraListDiversity, novelty } from "./list-metrics.ts";
import { pairedBootstrap, type UserSums } from "./paired-bootstrap.ts";
import {
  averagePrecisionAt,
  hitAt,
  ndcgAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
  weightedRecallAt,
} from "./ranking-metrics.ts";
import { coverage, debiasedRmse, intervalWidth, likeAccuracy, mae, rmse } from "./rating-metrics.ts";

describe("rating metrics, by hand", () => {
  const predicted = Float32Array.of(3, 4, 5);
  const actual = Float32Array.of(4, 4, 2);

  it("rmse = √((1 + 0 + 9) / 3)", () => expect(rmse(predicted, actual)).toBeCloseTo(1.825742, 6));
  it("mae = (1 + 0 + 3) / 3", () => expect(mae(predicted, actual)).toBeCloseTo(4 / 3, 6));
  it("like accuracy: both sides of 4 stars, 4 itself liked", () => {
    expect(likeAccuracy(predicted, actual)).toBeCloseTo(1 / 3, 12);
    expect(likeAccuracy(Float32Array.of(4.5, 3.9), Float32Array.of(4, 3.5))).toBe(1);
  });
  it("debiased RMSE = √((2·1 + 0.5·9) / (2 + 1 + 0.5))", () =>
    expect(debiasedRmse(predicted, actual, Float64Array.of(2, 1, 0.5))).toBeCloseTo(Math.sqrt(6.5 / 3.5), 6));
  it("interval width = (1 + 2) / 2", () =>
    expect(intervalWidth(Float32Array.of(4, 1), Float32Array.of(5, 3))).toBe(1.5));
  it("coverage counts the ends", () =>
    expect(coverage(Float32Array.of(4, 4.5, 1), Float32Array.of(5, 5, 2), actual)).toBeCloseTo(2 / 3, 6));
});

describe("ranking metrics, by hand", () => {
  // Hits at ranks 1, 3 and 6; five relevant items, two of them never listed.
  const ranked = Int32Array.of(7, 1, 8, 2, 3, 9);
  const relevant = new Set([7, 8, 9, 20, 21]);

  it("precision at 4 = 2 / 4, and at 10 = 3 / 10 although the list is shorter", () => {
    expect(precisionAt(ranked, relevant, 4)).toBe(0.5);
    expect(precisionAt(ranked, relevant, 10)).toBe(0.3);
  });
  it("recall at 4 = 2 / 5", () => expect(recallAt(ranked, relevant, 4)).toBe(0.4));
  it("average precision at 4 = (1 + 2/3) / 5, over all relevant items, not over k", () => {
    expect(averagePrecisionAt(ranked, relevant, 4)).toBeCloseTo((1 + 2 / 3) / 5, 12);
    expect(averagePrecisionAt(ranked, new Set([7, 8, 9, 20, 21, 22, 23]), 2)).toBeCloseTo(1 / 7, 12);
  });
  it("nDCG at 4 = (1 + 1/2) / (1 + 1/log2 3 + 1/2 + 1/log2 5)", () => {
    expect(ndcgAt(ranked, relevant, 4)).toBeCloseTo(1.5 / (1 + 0.6309297536 + 0.5 + 0.4306765581), 9);
  });
  it("is 1 for a perfect list shorter than k and 0 where nothing is relevant", () => {
    expect(ndcgAt(Int32Array.of(7, 8), new Set([7, 8]), 10)).toBe(1);
    expect(ndcgAt(ranked, new Set(), 10)).toBe(0);
    expect(recallAt(ranked, new Set(), 10)).toBe(0);
    expect(averagePrecisionAt(ranked, new Set(), 10)).toBe(0);
  });
  it("reciprocal rank = 1 / 1, 1 / 2, 0 beyond k", () => {
    expect(reciprocalRankAt(ranked, relevant, 4)).toBe(1);
    expect(reciprocalRankAt(ranked.subarray(1), relevant, 4)).toBe(1 / 2);
    expect([reciprocalRankAt(ranked.subarray(1), relevant, 1), hitAt(ranked.subarray(1), relevant, 1)]).toEqual([0, 0]);
    expect(hitAt(ranked, relevant, 4)).toBe(1);
  });
  it("weighted recall at 4 = (1 + 0.5) / (1 + 0.5 + 4 + 2 + 2)", () => {
    const weights = new Float64Array(30).fill(2);
    weights.set([1, 0.5, 4], 7);
    expect(weightedRecallAt(ranked, relevant, 4, weights)).toBeCloseTo(1.5 / 9.5, 12);
    expect(weightedRecallAt(ranked, new Set(), 4, weights)).toBe(0);
  });
});

describe("list metrics, by hand", () => {
  it("coverage and Gini: one of four items shown, all alike, 1 to 3", () => {
    expect([catalogCoverage(Int32Array.of(0, 8, 0, 0)), gini(Int32Array.of(0, 8, 0, 0))]).toEqual([0.25, 0.75]);
    expect(gini(Int32Array.of(2, 2, 2))).toBe(0);
    expect(gini(Int32Array.of(3, 1))).toBe(0.25);
    expect(gini(new Int32Array(3))).toBe(0);
  });
  it("novelty = (log2(8 / 2) + log2 8) / 2 where one has no ratings", () =>
    expect(novelty(Int32Array.of(0, 1), Int32Array.of(2, 0), 8)).toBe(2.5));
  it("diversity = ((1 − 1/2) + 1 + 1) / 3, items without genres passed over", () => {
    const genres = buildAttribute("genre", [["drama", "war"], ["drama"], [], ["comedy"]]);
    expect(intraListDiversity(Int32Array.of(0, 1, 2, 3), genres)).toBeCloseTo(2.5 / 3, 12);
    expect(intraListDiversity(Int32Array.of(0, 2), genres)).toBe(0);
  });
});

describe("pairedBootstrap", () => {
  const ofUsers = (sums: readonly number[]): UserSums => ({
    sums: Float64Array.from(sums),
    counts: Float64Array.from(sums, (sum) => (Number.isNaN(sum) ? 0 : 1)),
    isRoot: false,
  });
  const luck = Float64Array.from({ length: 200 }, (_, user) => Math.sin(user * 7.3));

  it("sees a small difference that all users share through their own large ones", () => {
    const first = ofUsers([...luck].map((value, user) => value + 0.1 + (user % 2) / 100));
    const { difference, low, high } = pairedBootstrap(first, ofUsers([...luck]), { seed: 1 });
    expect(difference).toBeCloseTo(0.105, 9);
    expect(low).toBeGreaterThan(0.103);
    expect(high).toBeLessThan(0.107);
  });

  it("holds 0 where the difference is chance, and is the same for a seed", () => {
    const other = ofUsers([...luck].reverse());
    const compared = pairedBootstrap(ofUsers([...luck]), other, { seed: 1 });
    expect(compared.low < 0 && compared.high > 0).toBe(true);
    expect(pairedBootstrap(ofUsers([...luck]), other, { seed: 1 })).toEqual(compared);
  });

  it("takes the root of the mean for RMSE, over users that both judged", () => {
    const first: UserSums = { sums: Float64Array.of(8, 4, 7), counts: Float64Array.of(2, 1, 0), isRoot: true };
    const second: UserSums = { sums: Float64Array.of(2, 1, 9), counts: Float64Array.of(2, 1, 1), isRoot: true };
    expect(pairedBootstrap(first, second, { seed: 1 })).toEqual({ difference: 1, low: 1, high: 1 });
  });
});
