/** Null where there are too few to judge. */
export function shareOf(count: number, total: number, atLeast = 1): number | null {
  return total < atLeast ? null : count / total;
}

/** Half the sum of the differences of the shares: 0 where both are alike, 1 where they have nothing in common. */
export function distanceOf(histogram: readonly number[], other: readonly number[]): number | null {
  const [total, otherTotal] = [sum(histogram), sum(other)];
  if (total === 0 || otherTotal === 0) return null;
  return sum(histogram.map((count, bin) => Math.abs(count / total - other[bin] / otherTotal))) / 2;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
