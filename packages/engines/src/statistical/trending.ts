// What is liked now: movies ranked by their ratings of one time window.

import { EngineInputError } from "../engine.types.ts";
import {
  bayesianAverage,
  bayesianInterval,
  type CredibleInterval,
  derivePriorCount,
  type RatingPrior,
} from "./bayesian-average.ts";

/** From the shortest to the longest; a window ends at the newest rating stored. */
export const trendingWindows = ["WEEK", "MONTH", "YEAR", "ALL_TIME"] as const;
export type TrendingWindow = (typeof trendingWindows)[number];

/** How far each window reaches back, in days. */
export const windowDays: Readonly<Record<TrendingWindow, number>> = {
  WEEK: 7,
  MONTH: 30,
  YEAR: 365,
  ALL_TIME: Number.POSITIVE_INFINITY,
};

export interface WindowActivity {
  readonly ratingCount: number;
  /** Different movies rated. */
  readonly movieCount: number;
}

const minimumActivity: WindowActivity = { ratingCount: 100, movieCount: 20 };

/** Whether a window is not nearly empty: under 100 ratings or 20 movies a list of twenty cannot be filled, or by chance alone. */
export function isAlive({ ratingCount, movieCount }: WindowActivity): boolean {
  return ratingCount >= minimumActivity.ratingCount && movieCount >= minimumActivity.movieCount;
}

/** The asked window, or the next longer one that is alive (`isAlive`). ALL_TIME is taken as it is. */
export function chooseWindow(
  asked: TrendingWindow,
  activity: Readonly<Record<TrendingWindow, WindowActivity>>,
): TrendingWindow {
  const wider = trendingWindows.slice(trendingWindows.indexOf(asked));
  return wider.find((window) => isAlive(activity[window])) ?? "ALL_TIME";
}

/** Totals of each movie's ratings within the window; arrays of one length belong together. */
export interface WindowTotals {
  readonly itemIds: Int32Array;
  /** Ratings, or the sums of their weights. */
  readonly counts: Int32Array | Float64Array;
  /** Stars, not half stars. */
  readonly sums: Float64Array;
}

export interface TrendingItem {
  readonly itemId: number;
  /** The Bayesian average of the window's ratings, in stars. */
  readonly score: number;
  readonly interval: CredibleInterval;
  readonly ratingCount: number;
}

/** C and m of a window: the mean of all its ratings, and `derivePriorCount` of its movies' counts. */
export function windowPrior({ counts, sums }: Pick<WindowTotals, "counts" | "sums">): RatingPrior {
  let ratingCount = 0;
  for (const count of counts) ratingCount += count;
  const priorMean = ratingCount > 0 ? sums.reduce((total, sum) => total + sum, 0) / ratingCount : 0;
  return { priorMean, priorCount: derivePriorCount(counts) };
}

/**
 * The window's movies by R̄ = (Σr + C·m) / (v + m) over the window's ratings, best first. Popularity is weighed in by m:
 * it is as large as the counts of the window's best-known movies, so a movie leads only when many rate it, and well.
 * Equal scores: more ratings first, then the lower id. Movies without a rating in the window are left out.
 * Take the prior of the whole window (`windowPrior`), also for the list of one genre.
 */
export function rankTrending(totals: WindowTotals, prior: RatingPrior, limit: number): TrendingItem[] {
  const { itemIds, counts, sums } = totals;
  if (counts.length !== itemIds.length || sums.length !== itemIds.length) {
    throw new EngineInputError("The window's columns differ in length.");
  }
  const scores = Float64Array.from(counts, (count, row) => bayesianAverage({ count, sum: sums[row] }, prior));
  const rated = Int32Array.from(counts.keys()).filter((row) => counts[row] > 0);
  const ranked = rated.sort((a, b) => scores[b] - scores[a] || counts[b] - counts[a] || itemIds[a] - itemIds[b]);
  return Array.from(ranked.subarray(0, limit), (row) => ({
    itemId: itemIds[row],
    score: scores[row],
    interval: bayesianInterval({ count: counts[row], sum: sums[row] }, prior),
    ratingCount: counts[row],
  }));
}
