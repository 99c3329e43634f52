// From one score per item to the best few.
import {
  EngineInputError,
  type EngineProfile,
  type FindsSimilar,
  type Recommends,
  type ScoredItems,
  type TopOptions,
} from "../engine.types.ts";

/**
 * The best items by score, best first; of equal scores the lower index wins. At most `limit`, fewer where the catalog
 * has fewer. Items whose score is NaN never appear. Throws EngineInputError for a limit that is no whole number from 0.
 */
export function topItems(scores: Float32Array, { limit, excluded }: TopOptions): ScoredItems {
  if (!Number.isInteger(limit) || limit < 0)
    throw new EngineInputError(`The limit ${limit} is no whole number from 0.`);
  const capacity = Math.min(limit, scores.length);
  // A heap whose root is the worst item kept, so that most items cost one comparison.
  const heap = new Int32Array(capacity);
  let size = 0;
  const isWorse = (left: number, right: number) =>
    scores[left] < scores[right] || (scores[left] === scores[right] && left > right);

  const sink = (start: number) => {
    const item = heap[start];
    let position = start;
    for (let child = 2 * position + 1; child < size; child = 2 * position + 1) {
      if (child + 1 < size && isWorse(heap[child + 1], heap[child])) child++;
      if (!isWorse(heap[child], item)) break;
      heap[position] = heap[child];
      position = child;
    }
    heap[position] = item;
  };

  let item = 0;
  for (; item < scores.length && size < capacity; item++) {
    if (!excluded?.[item] && !Number.isNaN(scores[item])) heap[size++] = item;
  }
  if (size > 0 && size === capacity) {
    for (let parent = (size >> 1) - 1; parent >= 0; parent--) sink(parent);
    // a later item that equals the worst kept is worse than it, and NaN is above nothing
    for (let worst = scores[heap[0]]; item < scores.length; item++) {
      if (!(scores[item] > worst) || excluded?.[item]) continue;
      heap[0] = item;
      sink(0);
      worst = scores[heap[0]];
    }
  }

  const items = heap.slice(0, size).sort((left, right) => (isWorse(left, right) ? 1 : -1));
  return { items, scores: Float32Array.from(items, (item) => scores[item]) };
}

/** The best items for a viewer: neither those the profile rated nor those of `excluded`. */
export function recommendItems(recommends: Recommends, profile: EngineProfile, options: TopOptions): ScoredItems {
  const scores = recommends.scoreItems(profile);
  const excluded = options.excluded?.slice() ?? new Uint8Array(scores.length);
  for (const item of profile.items) excluded[item] = 1;
  return topItems(scores, { limit: options.limit, excluded });
}

/** The items most like another whose similarity is above 0; never the item itself nor those of `excluded`. */
export function similarItems(findsSimilar: FindsSimilar, item: number, options: TopOptions): ScoredItems {
  const similarities = findsSimilar.similarities(item);
  const excluded = options.excluded?.slice() ?? new Uint8Array(similarities.length);
  for (let other = 0; other < excluded.length; other++) if (similarities[other] <= 0) excluded[other] = 1;
  return topItems(similarities, { limit: options.limit, excluded });
}
