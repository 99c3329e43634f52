import { describe, expect, it } from "vitest";
import { averagePrecisionAt, ndcgAt, precisionAt, recallAt } from "./ranking-metrics.ts";
import { coverage, mae, rmse } from "./rating-metrics.ts";

describe("rating metrics, by hand", () => {
  const predicted = Float32Array.of(3, 4, 5);
  const actual = Float32Array.of(4, 4, 2);

  it("rmse = √((1 + 0 + 9) / 3)", () => expect(rmse(predicted, actual)).toBeCloseTo(1.825742, 6));
  it("mae = (1 + 0 + 3) / 3", () => expect(mae(predicted, actual)).toBeCloseTo(4 / 3, 6));
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
});
