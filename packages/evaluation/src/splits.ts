// Which ratings an engine may learn from and which it is judged on.
import { createRandom, type Dataset, groupByUser, shuffledIndexes } from "@matinee/engines";

/** Places in the dataset's columns, each list ascending; together they are all, and none is in both. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

export interface KFoldOptions {
  readonly folds: number;
  readonly seed: number;
}

/** Shuffled k-fold over all ratings: every rating is tested in exactly one of the splits. */
export function kFoldSplits({ stars }: Dataset, { folds, seed }: KFoldOptions): Split[] {
  if (!Number.isInteger(folds) || folds < 2 || folds > stars.length) {
    throw new RangeError(`${folds} folds of ${stars.length} ratings are not possible: ask for 2 or more.`);
  }
  const order = shuffledIndexes(stars.length, createRandom(seed));
  return Array.from({ length: folds }, (_, fold) => ({
    train: order.filter((_, position) => position % folds !== fold).sort(),
    test: order.filter((_, position) => position % folds === fold).sort(),
  }));
}

export interface StratifiedOptions {
  /** Share of each user's ratings to test, between 0 and 1. */
  readonly testShare: number;
  readonly seed: number;
}

/** Of every user the same share at random goes to the test (rounded; Microsoft Recommenders' stratified split: 0.25). */
export function stratifiedSplit(dataset: Dataset, { testShare, seed }: StratifiedOptions): Split {
  if (!(testShare > 0 && testShare < 1)) throw new RangeError(`The test share ${testShare} is not between 0 and 1.`);
  const random = createRandom(seed);
  const { starts, rows } = groupByUser(dataset);
  const isTested = new Uint8Array(rows.length);
  for (let user = 0; user < dataset.userCount; user++) {
    const count = starts[user + 1] - starts[user];
    const tested = shuffledIndexes(count, random).subarray(0, Math.round(count * testShare));
    for (const entry of tested) isTested[rows[starts[user] + entry]] = 1;
  }
  const all = Int32Array.from(rows.keys());
  return { train: all.filter((row) => !isTested[row]), test: all.filter((row) => isTested[row]) };
}
