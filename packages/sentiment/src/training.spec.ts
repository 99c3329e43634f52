// The training scripts on data with a planted answer.
import { describe, expect, it } from "vitest";
import { fitWeights } from "../scripts/dual-coordinate-descent.ts";
import { fitCombination } from "../scripts/fit-combination.ts";
import { computeLogCountRatios } from "../scripts/log-count-ratios.ts";
import { createRandom } from "../scripts/random.ts";
import { listTerms, toProbability } from "./linear-model.ts";

const bucketCount = 64;
const random = createRandom(7);

/** Texts of 12 of 64 buckets; the first ten speak for positive, the next ten for negative, the others for nothing. */
function plantRows(count: number) {
  const rows = Array.from({ length: count }, () =>
    Uint32Array.from(new Set(Array.from({ length: 12 }, () => Math.floor(random.next() * bucketCount)))),
  );
  const opinion = (row: Uint32Array) => row.reduce((sum, bucket) => sum + (bucket < 10 ? 1 : bucket < 20 ? -1 : 0), 0);
  const telling = rows.filter((row) => opinion(row) !== 0);
  return {
    rows: telling,
    positive: Uint8Array.from(telling, (row) => (opinion(row) > 0 ? 1 : 0)),
    costs: new Float64Array(telling.length).fill(1),
    countWeights: new Float64Array(telling.length).fill(1),
  };
}

describe("an NB-SVM", () => {
  it("finds the buckets that decide, and judges unseen rows by them", () => {
    const training = plantRows(2000);
    const weights = fitWeights(training, computeLogCountRatios(training, bucketCount), 1);
    expect(Math.min(...weights.subarray(0, 10))).toBeGreaterThan(Math.max(...weights.subarray(20).map(Math.abs)));
    expect(Math.max(...weights.subarray(10, 20))).toBeLessThan(-Math.max(...weights.subarray(20).map(Math.abs)));
    const unseen = plantRows(500);
    const right = unseen.rows.filter((row, index) => {
      const score = row.reduce((sum, bucket) => sum + weights[bucket], 0);
      return score > 0 === (unseen.positive[index] === 1);
    });
    expect(right.length / unseen.rows.length).toBeGreaterThan(0.97);
  });

  it("gives the same weights for the same seed", () => {
    const training = plantRows(200);
    const fit = () => fitWeights(training, computeLogCountRatios(training, bucketCount), 3);
    expect(fit()).toEqual(fit());
  });
});

describe("fitCombination", () => {
  it("finds the coefficients that made the labels", () => {
    const planted = [0.5, 0.4, 1.5, -0.3, -0.4];
    const texts = Array.from({ length: 20_000 }, () => {
      const scores = [random.next() * 4 - 2, random.next() * 4 - 2];
      const wordCount = 8 + Math.floor(random.next() * 500);
      const logit = listTerms(scores, wordCount).reduce((sum, term, index) => sum + term * planted[index], 0);
      return { scores, wordCount, positive: random.next() < toProbability(logit) };
    });
    fitCombination(texts).forEach((coefficient, index) => {
      expect(Math.abs(coefficient - planted[index])).toBeLessThan(0.25);
    });
  });
});
