// The items that a matrix of all their pairs is made of.
import { countKeys } from "../dataset/rating-rows.ts";
import type { Dataset } from "../engine.types.ts";

/** The hyperparameter of every engine that chooses its items. */
export const fewestRatingsRule = {
  description: "Ratings that an item needs to take part",
  minimum: 1,
  maximum: 10_000,
  default: 5,
  integer: true,
};

export interface ItemLimits {
  readonly mostItems: number;
  readonly fewestRatings: number;
}

export interface ChosenItems {
  /** Index of each chosen item, ascending. */
  readonly items: Int32Array;
  /** How often each is rated. */
  readonly counts: Int32Array;
  /** The ratings of chosen items: user, place among the chosen, and place in the dataset. */
  readonly users: Int32Array;
  readonly places: Int32Array;
  readonly rows: Int32Array;
}

/**
 * The `mostItems` most rated items of those with `fewestRatings`, or where none has so many, of those rated at all. Of two
 * equally rated ones the lower index is chosen.
 */
export function chooseItems(dataset: Dataset, { mostItems, fewestRatings }: ItemLimits): ChosenItems {
  const counts = countKeys(dataset.items, dataset.itemCount);
  const fewest = counts.some((count) => count >= fewestRatings) ? fewestRatings : 1;
  const items = Int32Array.from(counts.keys())
    .filter((item) => counts[item] >= fewest)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, mostItems)
    .sort();
  const placeOf = new Int32Array(dataset.itemCount).fill(-1);
  for (const [place, item] of items.entries()) placeOf[item] = place;
  const rows = new Int32Array(dataset.items.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (placeOf[dataset.items[row]] >= 0) rows[count++] = row;
  const chosen = rows.slice(0, count);
  return {
    items,
    counts: Int32Array.from(items, (item) => counts[item]),
    users: chosen.map((row) => dataset.users[row]),
    places: chosen.map((row) => placeOf[dataset.items[row]]),
    rows: chosen,
  };
}
