// Numbers as terms: a number falls between two neighboring bins and belongs to each by its nearness.
import type { Attribute } from "../engine.types.ts";

export interface Bins {
  /** Center of the first bin. */
  readonly from: number;
  readonly step: number;
  readonly count: number;
  /** What a bin is called, by its center. */
  readonly label: (center: number) => string;
}

/**
 * One row a number, NaN for none. Memberships of the two bins are 1 − t and t, t the share of the way from one center to
 * the next, so that numbers closer than two steps have something in common and equal ones everything. Numbers beyond
 * the last center belong to it.
 */
export function softBins(name: string, values: ArrayLike<number>, { from, step, count, label }: Bins): Attribute {
  const starts = new Int32Array(values.length + 1);
  const columns: number[] = [];
  const counts: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const place = Math.min(count - 1, Math.max(0, (values[row] - from) / step));
    const lower = Math.floor(place);
    const share = place - lower;
    // Comparisons with NaN are false: such a row stays empty.
    if (share < 1) addTerm(lower, 1 - share);
    if (share > 0) addTerm(lower + 1, share);
    starts[row + 1] = columns.length;
  }
  const terms = Array.from({ length: count }, (_, bin) => label(from + bin * step));
  return { name, terms, starts, columns: Int32Array.from(columns), counts: Float32Array.from(counts) };

  function addTerm(bin: number, membership: number): void {
    columns.push(bin);
    counts.push(membership);
  }
}
