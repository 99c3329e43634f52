// Figures of a distribution that is given as how often each value occurs.
import type { CountFrequency } from "@matinee/db";
import type { Quantile } from "./data-report.types.ts";

const shownQuantiles = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1];

/** Values ascending. The smallest value that a share of at least q does not exceed; none without values. */
export function quantilesOf(values: readonly CountFrequency[]): Quantile[] {
  const total = sizeOf(values);
  if (total === 0) return [];
  return shownQuantiles.map((quantile) => {
    let below = 0;
    const found = values.find(({ frequency }) => {
      below += frequency;
      return below >= quantile * total;
    });
    return { quantile, value: (found ?? values.at(-1)!).ratings };
  });
}

/** Share of those with fewer than `limit`, 0 to 1. */
export function shareBelow(values: readonly CountFrequency[], limit: number): number {
  const total = sizeOf(values);
  return total === 0 ? 0 : sizeOf(values.filter(({ ratings }) => ratings < limit)) / total;
}

/** Share of all ratings that the most rated `share` of the films has; a film may count in part. */
export function shareOfTop(values: readonly CountFrequency[], share: number): number {
  const ratings = sumOf(values);
  if (ratings === 0) return 0;
  let left = share * sizeOf(values);
  let held = 0;
  for (const value of values.toReversed()) {
    const taken = Math.min(left, value.frequency);
    held += taken * value.ratings;
    left -= taken;
  }
  return held / ratings;
}

/** G = 1 − Σ fᵢ·(Sᵢ₋₁ + Sᵢ) / S with fᵢ the share of those with value i and Sᵢ the running sum; 0 without ratings. */
export function giniOf(values: readonly CountFrequency[]): number {
  const [total, ratings] = [sizeOf(values), sumOf(values)];
  if (ratings === 0) return 0;
  let running = 0;
  let area = 0;
  for (const value of values) {
    const before = running;
    running += value.ratings * value.frequency;
    area += (value.frequency / total) * (before + running);
  }
  return 1 - area / ratings;
}

const sizeOf = (values: readonly CountFrequency[]) => values.reduce((sum, { frequency }) => sum + frequency, 0);
const sumOf = (values: readonly CountFrequency[]) =>
  values.reduce((sum, { ratings, frequency }) => sum + ratings * frequency, 0);
