import { expect, it } from "vitest";
import { addStandardized, ratedItems, standardizationOf } from "./standardized-scores.ts";

it("standardizes over the unseen items", () => {
  const scores = Float32Array.of(100, 2, 4, 6);
  const standardization = standardizationOf(scores, ratedItems(Int32Array.of(0), 4));
  expect(standardization.mean).toBe(4);
  expect(standardization.deviation).toBeCloseTo(Math.sqrt(8 / 3), 6);
  const target = new Float32Array(4);
  addStandardized(target, scores, standardization, 2);
  expect(target[3]).toBeCloseTo((2 * 2) / Math.sqrt(8 / 3), 5);
  expect(target[2]).toBe(0);
});

it("lets equal scores say nothing", () => {
  const scores = Float32Array.of(7, 7, 7);
  const target = Float32Array.of(1, 2, 3);
  addStandardized(target, scores, standardizationOf(scores, new Uint8Array(3)), 1);
  expect(target).toEqual(Float32Array.of(1, 2, 3));
});

it("stays finite when everything is rated", () => {
  const scores = Float32Array.of(1, 2);
  expect(standardizationOf(scores, Uint8Array.of(1, 1))).toEqual({ mean: 0, deviation: Number.POSITIVE_INFINITY });
});
