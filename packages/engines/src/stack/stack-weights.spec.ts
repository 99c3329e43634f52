import { expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { fitStackWeights, meanNdcg } from "./stack-weights.ts";
import type { ValidationList } from "./validation-lists.ts";

/** Two hundred lists whose relevant candidate is told by the sum of two members, by neither alone. */
const random = createRandom(1);
const lists: ValidationList[] = Array.from({ length: 200 }, () => {
  const [first, second, noise] = Array.from({ length: 3 }, () => Float32Array.from({ length: 40 }, random));
  const sums = Array.from(first, (score, candidate) => score + second[candidate]);
  const best = sums.indexOf(Math.max(...sums));
  return {
    relevant: Uint8Array.from(first, (_, candidate) => (candidate === best ? 1 : 0)),
    relevantCount: 1,
    scores: [first, second, noise],
  };
});

it("weighs the member that helps like the first, and leaves out the one that does not", () => {
  const weights = fitStackWeights(lists, 3);
  expect(weights[0]).toBe(1);
  expect(weights[1]).toBeGreaterThan(0.6);
  expect(weights[1]).toBeLessThan(1.7);
  expect(weights[2]).toBeLessThan(0.1);
  expect(meanNdcg(lists, weights)).toBeGreaterThan(meanNdcg(lists, Float32Array.of(1, 0, 0)) + 0.1);
});

it("computes nDCG at 10: one of two relevant at rank 2", () => {
  const list = { relevant: Uint8Array.of(0, 1, 0), relevantCount: 2, scores: [Float32Array.of(3, 2, 1)] };
  expect(meanNdcg([list], Float32Array.of(1))).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 6);
});

it("falls back to the first member where there is no list", () => {
  expect(fitStackWeights([], 2)).toEqual(Float32Array.of(1, 0));
});
