// Is one engine better than another, or were the users lucky?
import { createRandom } from "@matinee/engines";

/** A metric taken apart by user: it is the mean, or root of the mean, of all users' sums over all their counts. */
export interface UserSums {
  readonly sums: Float64Array;
  /** Ratings or lists behind each sum; 0 for a user who was not judged. */
  readonly counts: Float64Array;
  /** The metric is the root of the mean, as RMSE is. */
  readonly isRoot: boolean;
}

/** A difference of two metrics, with the interval in which 95 % of the resampled ones lie. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly seed: number;
  readonly samples?: number;
}

/**
 * `first` − `second` by the paired percentile bootstrap (Efron 1979): users are drawn with replacement, the same for both,
 * 1,000 times if not said otherwise. Both must have judged the same users.
 */
export function pairedBootstrap(
  first: UserSums,
  second: UserSums,
  { seed, samples = 1000 }: BootstrapOptions,
): Difference {
  const users = Int32Array.from(first.counts.keys()).filter(
    (user) => first.counts[user] > 0 && second.counts[user] > 0,
  );
  const differenceOver = (drawn: Int32Array) => metricOver(first, drawn) - metricOver(second, drawn);
  const random = createRandom(seed);
  const differences = Float64Array.from({ length: samples }, () =>
    differenceOver(users.map(() => users[Math.floor(random() * users.length)])),
  ).sort();
  return {
    difference: differenceOver(users),
    low: differences[Math.floor(samples * 0.025)],
    high: differences[Math.ceil(samples * 0.975) - 1],
  };
}

function metricOver({ sums, counts, isRoot }: UserSums, users: Int32Array): number {
  let [sum, count] = [0, 0];
  for (const user of users) {
    sum += sums[user];
    count += counts[user];
  }
  return isRoot ? Math.sqrt(sum / count) : sum / count;
}
