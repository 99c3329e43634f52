// Parts of a dataset.
import type { Dataset } from "../engine.types.ts";

/** The same users and items with only the ratings at these places, in their order. */
export function selectRows(dataset: Dataset, rows: Int32Array): Dataset {
  return {
    ...dataset,
    users: Int32Array.from(rows, (row) => dataset.users[row]),
    items: Int32Array.from(rows, (row) => dataset.items[row]),
    stars: Float32Array.from(rows, (row) => dataset.stars[row]),
    ratedAt: Float64Array.from(rows, (row) => dataset.ratedAt[row]),
  };
}
