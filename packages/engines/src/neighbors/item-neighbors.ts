// For each item the few most similar ones: cosine or correlation over the users.
import type { RatingRows } from "../dataset/rating-rows.ts";
import { topItems } from "../model/top-items.ts";

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
  /** Correlation instead of cosine: what two items share by being popular does not count. */
  readonly isCentered?: boolean;
  readonly onProgress: (share: number) => void;
}

/** A sparse matrix x of users and items with values above 0 or 0, by its rows and by its columns. */
export interface WeightedRatings {
  readonly byUser: RatingRows;
  readonly byItem: RatingRows;
  /** The value of each entry of `byUser`, and of `byItem`. */
  readonly userValues: Float32Array;
  readonly itemValues: Float32Array;
}

/**
 * cos(i, j) = Σ_u x_ui·x_uj / (|x_i|·|x_j|), shrunk; only similarities above 0 are kept. Centered: columns less their mean
 * over all users, where a user without a rating has 0, so that the cosine is Pearson's correlation.
 * Time: the sum over users of the square of their ratings; memory beside the result: three numbers per item.
 */
export function itemNeighbors(ratings: WeightedRatings, options: NeighborOptions): ItemNeighbors {
  const { byUser, byItem, userValues, itemValues } = ratings;
  const itemCount = byItem.starts.length - 1;
  // Without centering the means are as of endless users: 0.
  const centeredOver = options.isCentered ? byUser.starts.length - 1 : Number.POSITIVE_INFINITY;
  const { lengths, sums } = columnShapes(ratings, centeredOver);
  const products = new Float64Array(itemCount);
  const shared = new Int32Array(itemCount);
  const met = new Int32Array(itemCount);
  const starts = new Int32Array(itemCount + 1);
  const found: { items: Int32Array; similarities: Float32Array }[] = [];

  for (let item = 0; item < itemCount; item++) {
    let metCount = 0;
    for (let entry = byItem.starts[item]; entry < byItem.starts[item + 1]; entry++) {
      const user = byItem.columns[entry];
      const value = itemValues[entry];
      for (let other = byUser.starts[user]; other < byUser.starts[user + 1]; other++) {
        const column = byUser.columns[other];
        if (shared[column]++ === 0) met[metCount++] = column;
        products[column] += value * userValues[other];
      }
    }
    const similarities = new Float32Array(metCount);
    let similarCount = 0;
    for (let place = 0; place < metCount; place++) {
      const other = met[place];
      const length = lengths[item] * lengths[other];
      const product = products[other] - (sums[item] * sums[other]) / centeredOver;
      if (other !== item && length > 0 && product > 0) {
        const trust = shared[other] / (shared[other] + options.shrinkage);
        met[similarCount] = other;
        similarities[similarCount++] = Math.min(1, product / length) * trust;
      }
      products[other] = 0;
      shared[other] = 0;
    }
    const nearest = topItems(similarities.subarray(0, similarCount), { limit: options.neighbors });
    found.push({ items: nearest.items.map((place) => met[place]), similarities: nearest.scores });
    starts[item + 1] = starts[item] + found[item].items.length;
    if (item % 1000 === 0) options.onProgress(item / itemCount);
  }
  return joined(starts, found);
}

/** Σx of each column, and its length |x − mean|. */
function columnShapes({ byItem, itemValues }: WeightedRatings, userCount: number) {
  const itemCount = byItem.starts.length - 1;
  const lengths = new Float64Array(itemCount);
  const sums = new Float64Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    const values = itemValues.subarray(byItem.starts[item], byItem.starts[item + 1]);
    sums[item] = values.reduce((sum, value) => sum + value, 0);
    const squares = values.reduce((sum, value) => sum + value ** 2, 0);
    lengths[item] = Math.sqrt(Math.max(0, squares - sums[item] ** 2 / userCount));
  }
  return { lengths, sums };
}

function joined(starts: Int32Array, found: readonly Omit<ItemNeighbors, "starts">[]): ItemNeighbors {
  const length = starts[starts.length - 1];
  const all = { starts, items: new Int32Array(length), similarities: new Float32Array(length) };
  found.forEach(({ items, similarities }, item) => {
    all.items.set(items, starts[item]);
    all.similarities.set(similarities, starts[item]);
  });
  return all;
}
