// How like a viewer each stored one is, from the items they both rated.
import type { SimilarityRule } from "./neighbor-lists.ts";
import type { ValuedViewers } from "./stored-viewers.ts";

export interface SimilarViewers {
  /** One per stored viewer. */
  readonly similarities: Float32Array;
  /** Similarity over Σ x·y, where the rule makes it a multiple of that sum. */
  readonly factors: Float64Array;
}

/**
 * Similarities by the rule, as `SimilarityRule` defines them for rows, of a viewer with the value x for each of his items.
 * Time: the ratings that the stored viewers gave to these items.
 */
export function similarViewers(
  items: Int32Array,
  values: Float32Array,
  stored: ValuedViewers,
  { kind, shrinkage }: SimilarityRule,
): SimilarViewers {
  const viewerCount = stored.lengths.length;
  const products = new Float64Array(viewerCount);
  const squares = new Float64Array(viewerCount);
  const otherSquares = new Float64Array(viewerCount);
  const counts = new Int32Array(viewerCount);
  items.forEach((item, row) => {
    for (let entry = stored.itemStarts[item]; entry < stored.itemStarts[item + 1]; entry++) {
      const viewer = stored.raters[entry];
      const value = stored.raterValues[entry];
      products[viewer] += values[row] * value;
      squares[viewer] += values[row] ** 2;
      otherSquares[viewer] += value ** 2;
      counts[viewer]++;
    }
  });
  const length = Math.hypot(...values);
  const isShared = kind === "shared-correlation";
  const factors = products.map((_, viewer) => {
    const lengths = isShared ? Math.sqrt(squares[viewer] * otherSquares[viewer]) : length * stored.lengths[viewer];
    const support = isShared ? counts[viewer] - 1 : counts[viewer];
    return lengths > 0 && support > 0 ? support / (support + shrinkage) / lengths : 0;
  });
  return { similarities: Float32Array.from(products, (product, viewer) => product * factors[viewer]), factors };
}
