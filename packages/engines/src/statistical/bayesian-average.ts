// The statistics of one movie's ratings: an average that few ratings cannot push far, and how sure it is.

export interface RatingTotals {
  /** Number of ratings (v). */
  readonly count: number;
  /** Sum of their stars. */
  readonly sum: number;
}

export interface RatingPrior {
  /** Mean of all ratings (C), in stars. */
  readonly priorMean: number;
  /** How many ratings of the prior mean every movie starts with (m). */
  readonly priorCount: number;
}

/**
 * R̄ = (Σr + C·m) / (v + m), in stars. With R = Σr / v this is the weighted rating v/(v+m)·R + m/(v+m)·C: the two are one
 * formula. C where a movie has no ratings and m is 0.
 */
export function bayesianAverage({ count, sum }: RatingTotals, { priorMean, priorCount }: RatingPrior): number {
  const weight = count + priorCount;
  return weight > 0 ? (sum + priorMean * priorCount) / weight : priorMean;
}

export interface CredibleInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** Standard deviation of single ratings around their movie's mean, in stars, where the data at hand cannot tell. */
export const typicalDeviation = 1;

const level = 0.9;
/** The normal distribution's 95 % quantile: 5 % lie outside on each side. */
const quantile = 1.6449;

/**
 * 90 % credible interval of the movie's true mean: R̄ ± z·σ/√(v + m), kept within 0.5 to 5 stars. It is the posterior of
 * a normal mean whose prior is worth m ratings.
 */
export function bayesianInterval(
  totals: RatingTotals,
  prior: RatingPrior,
  deviation: number = typicalDeviation,
): CredibleInterval {
  const mean = bayesianAverage(totals, prior);
  const margin = (quantile * deviation) / Math.sqrt(Math.max(1, totals.count + prior.priorCount));
  return { low: Math.max(0.5, mean - margin), high: Math.min(5, mean + margin), level };
}

/**
 * m from the data: the number of ratings that 93.5 % of the rated movies stay at or below, at least 1. On MovieLens 25M
 * that is close to 1,000; on small sets it shrinks with them, so that the best-known movies can still reach the top.
 */
export function derivePriorCount(counts: Int32Array | Float64Array): number {
  return Math.max(1, countAtQuantile(counts, 0.935));
}

/** The number of ratings that this share of the rated movies stays at or below; 0 where none is rated. */
export function countAtQuantile(counts: Int32Array | Float64Array, share: number): number {
  const rated = Float64Array.from(counts)
    .filter((count) => count > 0)
    .sort();
  return rated.length === 0 ? 0 : rated[Math.floor(share * (rated.length - 1))];
}
