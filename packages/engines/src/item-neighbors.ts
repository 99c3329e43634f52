// For each item the few most similar ones: cosine over the users who rated both.

import type { RatingRows } from "./rating-rows.ts";
import { topItems } from "./top-items.ts";

/** Item i's neighbors are entries `starts[i]` to `starts[i + 1]`, most similar first; similarities in (0, 1]. */
export interface ItemNeighbors {
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly similarities: Float32Array;
}

export interface NeighborOptions {
  /** At most this many per item. */
  readonly neighbors: number;
  /** Similarity is multiplied by n / (n + shrinkage), n the users who rated both. */
  readonly shrinkage: number;
  readonly onProgress?: (share: number) => void;
}

/**
 * cos(i, j) = Σ_u x_ui·x_uj / (|x_i|·|x_j|) over sparse columns, shrunk; only positive similarities are kept.
 * Time: the sum over users of the square of their ratings; memory: one accumulator per item.
 */
export function itemNeighbors(
  byUser: RatingRows,
  byItem: RatingRows,
  values: { readonly byUser: Float32Array; readonly byItem: Float32Array },
  { neighbors, shrinkage, onProgress }: NeighborOptions,
): ItemNeighbors {
  const itemCount = byItem.starts.length - 1;
  const lengths = new Float64Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    let sum = 0;
    for (let entry = byItem.starts[item]; entry < byItem.starts[item + 1]; entry++) sum += values.byItem[entry] ** 2;
    lengths[item] = Math.sqrt(sum);
  }
  const starts = new Int32Array(itemCount + 1);
  const found: { items: Int32Array; scores: Float32Array }[] = [];
  const products = new Float64Array(itemCount);
  const shared = new Int32Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    products.fill(0);
    shared.fill(0);
    for (let entry = byItem.starts[item]; entry < byItem.starts[item + 1]; entry++) {
      const user = byItem.columns[entry];
      const value = values.byItem[entry];
      for (let other = byUser.starts[user]; other < byUser.starts[user + 1]; other++) {
        const column = byUser.columns[other];
        products[column] += value * values.byUser[other];
        shared[column]++;
      }
    }
    const similarities = new Float32Array(itemCount);
    const isLeftOut = new Uint8Array(itemCount);
    for (let other = 0; other < itemCount; other++) {
      if (other === item || !(products[other] > 0)) isLeftOut[other] = 1;
      else {
        const cosine = products[other] / (lengths[item] * lengths[other]);
        similarities[other] = Math.min(1, cosine) * (shared[other] / (shared[other] + shrinkage));
      }
    }
    found.push(topItems(similarities, { limit: neighbors, excluded: isLeftOut }));
    starts[item + 1] = starts[item] + found[item].items.length;
    if (item % 1000 === 0) onProgress?.(item / itemCount);
  }
  const all = { starts, items: new Int32Array(starts[itemCount]), similarities: new Float32Array(starts[itemCount]) };
  found.forEach(({ items, scores }, item) => {
    all.items.set(items, starts[item]);
    all.similarities.set(scores, starts[item]);
  });
  return all;
}
