// The viewers a user-kNN compares with: rows of ratings in a random order, nothing that tells whose they are.
import { type Random, shuffledIndexes } from "../dataset/random.ts";
import { groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset } from "../engine.types.ts";

/** Row v rated `items` at the entries `starts[v]` to `starts[v + 1]`; stars in halves, 1 to 10. */
export interface StoredViewers {
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly halfStars: Uint8Array;
}

/** The ratings of `limit` users drawn at random, or of all where there are fewer. */
export function storeViewers(dataset: Dataset, limit: number, random: Random): StoredViewers {
  const { starts, columns, stars } = groupByUser(dataset);
  const chosen = shuffledIndexes(dataset.userCount, random)
    .filter((user) => starts[user + 1] > starts[user])
    .slice(0, limit);
  const entries = Array.from(chosen, (user) => [starts[user], starts[user + 1]] as const);
  const stored = {
    starts: new Int32Array(chosen.length + 1),
    items: new Int32Array(entries.reduce((sum, [start, end]) => sum + end - start, 0)),
    halfStars: new Uint8Array(entries.reduce((sum, [start, end]) => sum + end - start, 0)),
  };
  entries.forEach(([start, end], row) => {
    const at = stored.starts[row];
    stored.starts[row + 1] = at + end - start;
    stored.items.set(columns.subarray(start, end), at);
    for (let entry = start; entry < end; entry++) stored.halfStars[at + entry - start] = Math.round(2 * stars[entry]);
  });
  return stored;
}

/** The stored rows with a value for each entry, and the same by item. */
export interface ValuedViewers {
  readonly viewers: StoredViewers;
  readonly values: Float32Array;
  readonly lengths: Float64Array;
  /** Item i was rated by `raters` at the entries `itemStarts[i]` to `itemStarts[i + 1]`, each with its value. */
  readonly itemStarts: Int32Array;
  readonly raters: Int32Array;
  readonly raterValues: Float32Array;
}

export function valueViewers(viewers: StoredViewers, values: Float32Array, itemCount: number): ValuedViewers {
  const { starts, items } = viewers;
  const itemStarts = new Int32Array(itemCount + 1);
  for (const item of items) itemStarts[item + 1]++;
  for (let item = 0; item < itemCount; item++) itemStarts[item + 1] += itemStarts[item];
  const next = itemStarts.slice(0, itemCount);
  const raters = new Int32Array(items.length);
  const raterValues = new Float32Array(items.length);
  const lengths = new Float64Array(starts.length - 1);
  for (let viewer = 0; viewer < lengths.length; viewer++) {
    let square = 0;
    for (let entry = starts[viewer]; entry < starts[viewer + 1]; entry++) {
      const place = next[items[entry]]++;
      raters[place] = viewer;
      raterValues[place] = values[entry];
      square += values[entry] ** 2;
    }
    lengths[viewer] = Math.sqrt(square);
  }
  return { viewers, values, lengths, itemStarts, raters, raterValues };
}
