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

/** Reciprocal rank, whose mean over users is MRR: 1 over the place of the first hit among the first k, 0 without one. */
export function reciprocalRankAt(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  const place = ranked.subarray(0, k).findIndex((item) => relevant.has(item));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** 1 where a relevant item is among the first k, else 0; its mean over users is the hit rate. */
export function hitAt(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  return hits(ranked, relevant, k) > 0 ? 1 : 0;
}

/**
 * Recall with every item counted by its weight, Σ_hits w / Σ_relevant w. With inverse propensities a film that few rated
 * counts more: popularity-stratified recall (Steck 2011), averaged over users as in Yang et al., Unbiased offline
 * recommender evaluation for missing-not-at-random implicit feedback, RecSys 2018.
 */
export function weightedRecallAt(
  ranked: Int32Array,
  relevant: ReadonlySet<number>,
  k: number,
  weights: Float64Array,
): number {
  let total = 0;
  for (const item of relevant) total += weights[item];
  let found = 0;
  for (const item of ranked.subarray(0, k)) if (relevant.has(item)) found += weights[item];
  return total === 0 ? 0 : found / total;
}

function hits(ranked: Int32Array, relevant: ReadonlySet<number>, k: number): number {
  return ranked.subarray(0, k).filter((item) => relevant.has(item)).length;
}
