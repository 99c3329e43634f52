import type { Dataset } from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { kFoldSplits, stratifiedSplit } from "./splits.ts";

/** Users of 8, 4 and 2 ratings. */
const dataset: Dataset = {
  userCount: 3,
  itemCount: 8,
  itemIds: Int32Array.from({ length: 8 }, (_, item) => item + 1),
  users: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 0, 1, 0, 0, 0, 0),
  items: Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7),
  stars: new Float32Array(14).fill(3),
  ratedAt: new Float64Array(14),
};
const everyRow = Array.from(dataset.stars.keys());

describe("kFoldSplits", () => {
  it("tests every rating once and trains on the others", () => {
    const splits = kFoldSplits(dataset, { folds: 5, seed: 1 });
    expect(splits.map(({ test }) => test.length)).toEqual([3, 3, 3, 3, 2]);
    expect(splits.flatMap(({ test }) => [...test]).sort((a, b) => a - b)).toEqual(everyRow);
    for (const { train, test } of splits) expect([...train, ...test].sort((a, b) => a - b)).toEqual(everyRow);
  });

  it("follows the seed", () => {
    const split = (seed: number) => kFoldSplits(dataset, { folds: 2, seed })[0].test;
    expect(split(1)).toEqual(split(1));
    expect(split(1)).not.toEqual(split(2));
  });

  it("refuses folds that cannot be", () => {
    for (const folds of [1, 2.5, 15, Number.NaN])
      expect(() => kFoldSplits(dataset, { folds, seed: 1 })).toThrow(RangeError);
  });
});

describe("stratifiedSplit", () => {
  it("takes the same share of every user", () => {
    const { train, test } = stratifiedSplit(dataset, { testShare: 0.25, seed: 1 });
    const testedOf = (user: number) => test.filter((row) => dataset.users[row] === user).length;
    expect([0, 1, 2].map(testedOf)).toEqual([2, 1, 1]);
    expect([...train, ...test].sort((a, b) => a - b)).toEqual(everyRow);
  });

  it("refuses a share outside 0 to 1", () => {
    for (const testShare of [0, 1, Number.NaN]) {
      expect(() => stratifiedSplit(dataset, { testShare, seed: 1 })).toThrow(RangeError);
    }
  });
});
