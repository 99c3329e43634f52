import type { Dataset } from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { kFoldSplits, popularItemsSplit, stratifiedSplit, strongGeneralizationSplit } from "./random-splits.ts";
import { latestShareSplit, leaveLatestOutSplit, timeSplit } from "./time-splits.ts";

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

describe("strongGeneralizationSplit", () => {
  it("trains on no rating of a held-out user and knows the rest of each", () => {
    const { train, known, test } = strongGeneralizationSplit(dataset, { userShare: 0.34, testShare: 0.25, seed: 1 });
    const usersOf = (rows: Int32Array = new Int32Array()) => [
      ...new Set(Array.from(rows, (row) => dataset.users[row])),
    ];
    expect(usersOf(known)).toHaveLength(1);
    expect(usersOf(test)).toEqual(usersOf(known));
    expect(usersOf(train)).not.toContain(usersOf(test)[0]);
    expect([...train, ...known!, ...test].sort((a, b) => a - b)).toEqual(everyRow);
    const heldOut = known!.length + test.length;
    expect(test.length).toBe(Math.round(heldOut * 0.25));
  });
});

describe("popularItemsSplit", () => {
  it("takes the ratings of films with enough of them alone", () => {
    const { train, test } = popularItemsSplit(dataset, { minimumVotes: 3, testShare: 0.5, seed: 1 });
    expect([...train, ...test].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(train.length > 0 && test.length > 0).toBe(true);
    expect(() => popularItemsSplit(dataset, { minimumVotes: 4, testShare: 0.5, seed: 1 })).toThrow(RangeError);
  });
});

describe("splits by time", () => {
  const timed = { ...dataset, ratedAt: Float64Array.of(5, 1, 1, 9, 2, 1, 3, 2, 8, 1, 7, 6, 4, 9) };

  it("leaves each user's latest rating out; of equally late ones the last", () => {
    expect([...leaveLatestOutSplit(timed).test]).toEqual([5, 7, 13]);
    const { train, test } = leaveLatestOutSplit({
      ...timed,
      users: timed.users.map((user) => (user === 1 ? 3 : user)),
      userCount: 4,
    });
    expect(train.length + test.length).toBe(14);
  });

  it("tests the latest share; what was rated in one second stays together", () => {
    expect([...timeSplit(timed, { testShare: 0.25 }).test].map((row) => timed.ratedAt[row])).toEqual([9, 8, 9]);
    const { train, test } = timeSplit(
      { ...timed, ratedAt: timed.ratedAt.map((time) => Math.min(time, 8)) },
      { testShare: 0.1 },
    );
    expect([train.length, test.length]).toEqual([14, 0]);
  });

  it("refuses ratings without times", () => {
    expect(() => leaveLatestOutSplit(dataset)).toThrow(RangeError);
    expect(() => timeSplit(dataset, { testShare: 0.2 })).toThrow(RangeError);
  });
});

describe("latestShareSplit", () => {
  it("tests each user's latest share, of equally late ones the last rows", () => {
    const ratedAt = Float64Array.from(dataset.stars, (_, row) => (row === 0 ? 99 : row < 8 ? 5 : 6));
    const { train, test } = latestShareSplit({ ...dataset, ratedAt }, { testShare: 0.5 });
    // User 0 has the rows 0, 3, 6, 8, 10 to 13, user 1 the rows 1, 4, 7, 9, user 2 the rows 2 and 5.
    expect([...test]).toEqual([0, 5, 7, 9, 11, 12, 13]);
    expect([...train, ...test].sort((a, b) => a - b)).toEqual(everyRow);
  });

  it("refuses ratings without times and shares that leave nothing", () => {
    expect(() => latestShareSplit(dataset, { testShare: 0.5 })).toThrow("no different times");
    expect(() => latestShareSplit(dataset, { testShare: 1 })).toThrow(RangeError);
  });
});
