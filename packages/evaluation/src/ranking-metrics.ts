// How good one user's list is: `ranked` items, best first, against the items he turned out to choose.

/** Relevant items among the first k, over k. */
export function precisionAt(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  return hits(ranked, relevant, k) / k;
}

/** Relevant items among the first k, over all relevant items. */
export function recallAt(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  return relevant.size === 0 ? 0 : hits(ranked, relevant, k) / relevant.size;
}

/**
 * Average precision, whose mean over users is MAP: the sum of the precision at each hit among the first k, over the number
 * of all relevant items (not capped at k).
 */
export function averagePrecisionAt(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  let found = 0;
  let sum = 0;
  ranked.subarray(0, k).forEach((item, position) => {
    if (!relevant.has(item)) return;
    found++;
    sum += found / (position + 1);
  });
  return relevant.size === 0 ? 0 : sum / relevant.size;
}

/** Binary nDCG: Σ 1 / log2(rank + 1) over the hits among the first k, over the same sum of a perfect list. */
export function ndcgAt(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  const gain = (position: number) => 1 / Math.log2(position + 2);
  let sum = 0;
  ranked.subarray(0, k).forEach((item, position) => {
    if (relevant.has(item)) sum += gain(position);
  });
  let ideal = 0;
  for (let position = 0; position < Math.min(k, relevant.size); position++) ideal += gain(position);
  return ideal === 0 ? 0 : sum / ideal;
}

function hits(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  return ranked.subarray(0, k).filter((item) => relevant.has(item)).length;
}
