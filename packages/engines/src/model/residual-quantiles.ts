// Intervals around predicted stars that cover what they promise: quantiles of the errors made on held-out ratings.
import type { Predictions } from "../engine.types.ts";

/** Errors (true stars − predicted): 5 % lie below `low`, 5 % above `high`; low ≤ 0 ≤ high. */
export interface ResidualQuantiles {
  readonly low: number;
  readonly high: number;
}

export const intervalLevel = 0.9;

/** The 5 % and 95 % quantiles of the errors. With under 20 errors: ±1.6 stars, as of a normal error of one star. */
export function residualQuantiles(errors: Float32Array): ResidualQuantiles {
  if (errors.length < 20) return { low: -1.6, high: 1.6 };
  const sorted = errors.toSorted();
  const tail = (1 - intervalLevel) / 2;
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  return { low: Math.min(0, at(tail)), high: Math.max(0, at(1 - tail)) };
}

export const leastStars = 0.5;
export const mostStars = 5;

/** Keeps stars within 0.5 to 5. */
export function clampStars(stars: number): number {
  return Math.min(mostStars, Math.max(leastStars, stars));
}

/** Stars within 0.5 to 5 with the interval around them; low ≤ mean ≤ high. */
export function boundedPredictions(stars: Float32Array, { low, high }: ResidualQuantiles): Predictions {
  const mean = stars.map(clampStars);
  return {
    mean,
    low: mean.map((value) => clampStars(value + low)),
    high: mean.map((value) => clampStars(value + high)),
    level: intervalLevel,
  };
}
