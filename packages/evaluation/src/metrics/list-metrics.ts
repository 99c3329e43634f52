// What lists are like, whether or not they hit: how much of the catalog they show, how new and how varied they are.
import type { Attribute } from "@matinee/engines";

/** Share of the catalog that is on somebody's list (Ge et al., Beyond accuracy, RecSys 2010). `shown`: lists per item. */
export function catalogCoverage(shown: Int32Array): number {
  return shown.filter((count) => count > 0).length / shown.length;
}

/**
 * Gini index of how often each item of the catalog is shown: 0 where all are shown alike, towards 1 where few are all
 * that is shown. Σ (2j − n − 1)·x_j / (n·Σx) over the counts x in ascending order.
 */
export function gini(shown: Int32Array): number {
  const total = shown.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const ascending = shown.toSorted();
  const weighted = ascending.reduce((sum, count, place) => sum + (2 * (place + 1) - shown.length - 1) * count, 0);
  return weighted / (shown.length * total);
}

/**
 * Mean self-information of a list in bits, −log2 of the share of raters who rated the item (Zhou et al. 2010): what few
 * have seen is news. An item without ratings counts as one with one. `counts`: training ratings per item.
 */
export function novelty(items: Int32Array, counts: Int32Array, raterCount: number): number {
  const bits = items.reduce((sum, item) => sum - Math.log2(Math.max(1, counts[item]) / raterCount), 0);
  return items.length === 0 ? 0 : bits / items.length;
}

/**
 * Intra-list diversity (Ziegler et al. 2005): the mean over all pairs of 1 − Jaccard similarity of their terms. Items
 * without terms are passed over; 0 for fewer than two.
 */
export function intraListDiversity(items: Int32Array, { starts, columns }: Attribute): number {
  const described = items.filter((item) => starts[item + 1] > starts[item]);
  let sum = 0;
  for (let first = 1; first < described.length; first++) {
    const terms = new Set(columns.subarray(starts[described[first]], starts[described[first] + 1]));
    for (const item of described.subarray(0, first)) {
      const others = columns.subarray(starts[item], starts[item + 1]);
      const shared = others.reduce((count, term) => (terms.has(term) ? count + 1 : count), 0);
      sum += 1 - shared / (terms.size + others.length - shared);
    }
  }
  const pairs = (described.length * (described.length - 1)) / 2;
  return pairs === 0 ? 0 : sum / pairs;
}
