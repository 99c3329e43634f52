// Ratings grouped by user or by item: compressed sparse rows.
import type { Dataset } from "../engine.types.ts";

/** Row r holds entries `starts[r]` to `starts[r + 1]`; `rows` gives each entry's place in the dataset's columns. */
export interface RatingRows {
  readonly starts: Int32Array;
  /** The item of each entry (grouped by user) or its user (grouped by item). */
  readonly columns: Int32Array;
  readonly stars: Float32Array;
  readonly rows: Int32Array;
}

export function groupByUser({ users, items, stars, userCount }: Dataset): RatingRows {
  return group(users, items, stars, userCount);
}

export function groupByItem({ users, items, stars, itemCount }: Dataset): RatingRows {
  return group(items, users, stars, itemCount);
}

/** How often each key of 0 … count − 1 occurs. */
export function countKeys(keys: Int32Array, count: number): Int32Array {
  const counts = new Int32Array(count);
  for (const key of keys) counts[key]++;
  return counts;
}

/** A counting sort: entries keep the dataset's order within their row. */
function group(keys: Int32Array, others: Int32Array, stars: Float32Array, count: number): RatingRows {
  const starts = new Int32Array(count + 1);
  for (const key of keys) starts[key + 1]++;
  for (let key = 0; key < count; key++) starts[key + 1] += starts[key];
  const next = starts.slice(0, count);
  const grouped = {
    starts,
    columns: new Int32Array(keys.length),
    stars: new Float32Array(keys.length),
    rows: new Int32Array(keys.length),
  };
  for (let row = 0; row < keys.length; row++) {
    const entry = next[keys[row]]++;
    grouped.columns[entry] = others[row];
    grouped.stars[entry] = stars[row];
    grouped.rows[entry] = row;
  }
  return grouped;
}
