// Which ratings an engine may learn from and which it is judged on, by their time.
import { type Dataset, groupByUser } from "@matinee/engines";
import type { Split } from "./split.types.ts";

/**
 * Of every user the latest share of the ratings goes to the test (rounded); of equally late ones the last in the dataset.
 * What others rate at the same time is trained on.
 */
export function latestShareSplit(dataset: Dataset, { testShare }: { readonly testShare: number }): Split {
  checkTestShare(testShare);
  checkTimes(dataset);
  const { starts, rows } = groupByUser(dataset);
  const isTested = new Uint8Array(rows.length);
  for (let user = 0; user < dataset.userCount; user++) {
    const own = rows.subarray(starts[user], starts[user + 1]);
    const byTime = own.toSorted((a, b) => dataset.ratedAt[a] - dataset.ratedAt[b] || a - b);
    for (const row of byTime.subarray(own.length - Math.round(own.length * testShare))) isTested[row] = 1;
  }
  return splitBy(isTested);
}

/** The latest rating of every user with two or more is tested; of equally late ones the last in the dataset. */
export function leaveLatestOutSplit(dataset: Dataset): Split {
  checkTimes(dataset);
  const { starts, rows } = groupByUser(dataset);
  const isTested = new Uint8Array(rows.length);
  for (let user = 0; user < dataset.userCount; user++) {
    const own = rows.subarray(starts[user], starts[user + 1]);
    if (own.length < 2) continue;
    isTested[own.reduce((latest, row) => (dataset.ratedAt[row] >= dataset.ratedAt[latest] ? row : latest))] = 1;
  }
  return splitBy(isTested);
}

/**
 * One moment for all: what was rated before it is trained on, the latest share of the ratings is tested. Ratings of one
 * second stay together, on the side of the training.
 */
export function timeSplit(dataset: Dataset, { testShare }: { readonly testShare: number }): Split {
  checkTestShare(testShare);
  checkTimes(dataset);
  const { ratedAt } = dataset;
  const moment = ratedAt.toSorted()[Math.min(ratedAt.length - 1, Math.ceil(ratedAt.length * (1 - testShare)) - 1)];
  return splitBy(Uint8Array.from(ratedAt, (time) => (time > moment ? 1 : 0)));
}

function splitBy(isTested: Uint8Array): Split {
  const all = Int32Array.from(isTested.keys());
  return { train: all.filter((row) => !isTested[row]), test: all.filter((row) => isTested[row]) };
}

function checkTestShare(testShare: number): void {
  if (!(testShare > 0 && testShare < 1)) throw new RangeError(`The test share ${testShare} is not between 0 and 1.`);
}

function checkTimes({ ratedAt }: Dataset): void {
  if (ratedAt.every((time) => time === ratedAt[0])) {
    throw new RangeError("The ratings have no different times: choose a protocol that does not split by time.");
  }
}
