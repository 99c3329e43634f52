// Which ratings an engine may learn from and which it is judged on, by chance.
import { countKeys, createRandom, type Dataset, groupByUser, shuffledIndexes } from "@matinee/engines";
import type { Split } from "./split.types.ts";

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

export interface ShareOptions {
  /** Share to test, between 0 and 1. */
  readonly testShare: number;
  readonly seed: number;
}

/** Of every user the same share at random goes to the test (rounded; Microsoft Recommenders' stratified split: 0.25). */
export function stratifiedSplit(dataset: Dataset, { testShare, seed }: ShareOptions): Split {
  checkShare(testShare);
  const isTested = markShareOfUsers(dataset, testShare, createRandom(seed));
  const all = Int32Array.from(isTested.keys());
  return { train: all.filter((row) => !isTested[row]), test: all.filter((row) => isTested[row]) };
}

/** A share of the ratings of films with at least `minimumVotes` ratings, at random; other films' ratings are left out. */
export function popularItemsSplit(
  { items, itemCount }: Dataset,
  { testShare, seed, minimumVotes }: ShareOptions & { readonly minimumVotes: number },
): Split {
  checkShare(testShare);
  const votes = countKeys(items, itemCount);
  const rows = Int32Array.from(items.keys()).filter((row) => votes[items[row]] >= minimumVotes);
  if (rows.length < 2) throw new RangeError(`No film has ${minimumVotes} ratings: ask for fewer.`);
  const random = createRandom(seed);
  const isTested = Uint8Array.from(rows, () => (random() < testShare ? 1 : 0));
  return { train: rows.filter((_, place) => !isTested[place]), test: rows.filter((_, place) => isTested[place]) };
}

export interface StrongGeneralizationOptions {
  /** Share of the users who are held out. */
  readonly userShare: number;
  /** Share of each held-out user's ratings to test; he is known by the others. */
  readonly testShare: number;
  readonly seed: number;
}

/** Users the training never saw (Marlin 2004): fitted on the others, folded in from most of their ratings, judged on the rest. */
export function strongGeneralizationSplit(
  dataset: Dataset,
  { userShare, testShare, seed }: StrongGeneralizationOptions,
): Split {
  checkShare(userShare);
  checkShare(testShare);
  const random = createRandom(seed);
  const { users, userCount } = dataset;
  const counts = countKeys(users, userCount);
  const raters = shuffledIndexes(userCount, random).filter((user) => counts[user] > 0);
  const isHeldOut = new Uint8Array(userCount);
  for (const user of raters.subarray(0, Math.max(1, Math.round(raters.length * userShare)))) isHeldOut[user] = 1;
  const isTested = markShareOfUsers(dataset, testShare, random);
  const all = Int32Array.from(users.keys());
  return {
    train: all.filter((row) => !isHeldOut[users[row]]),
    known: all.filter((row) => isHeldOut[users[row]] && !isTested[row]),
    test: all.filter((row) => isHeldOut[users[row]] && isTested[row]),
  };
}

/** One byte per rating, 1 for a share of each user's at random. */
function markShareOfUsers(dataset: Dataset, share: number, random: () => number): Uint8Array {
  const { starts, rows } = groupByUser(dataset);
  const isMarked = new Uint8Array(rows.length);
  for (let user = 0; user < dataset.userCount; user++) {
    const count = starts[user + 1] - starts[user];
    const marked = shuffledIndexes(count, random).subarray(0, Math.round(count * share));
    for (const entry of marked) isMarked[rows[starts[user] + entry]] = 1;
  }
  return isMarked;
}

function checkShare(share: number): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`The share ${share} is not between 0 and 1.`);
}
