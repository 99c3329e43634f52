// What linear item–item models hold: W, whose row j says what having rated item j adds to every item's score.
import { topItems } from "../model/top-items.ts";

/** Rows of the chosen items, the largest weights only, by place among the chosen. */
export interface ItemWeights {
  /** Index of each chosen item, ascending. */
  readonly items: Int32Array;
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly weights: Float32Array;
  /** similarity(j, i) = W_ji · left_j · right_i, for engines that find what is similar. */
  readonly left?: Float32Array;
  readonly right?: Float32Array;
}

/**
 * Keeps of each row the `kept` weights of largest magnitude. `rowOf` may give the same array every time; its place on the
 * diagonal is left out: an item does not speak for itself.
 */
export function keepLargest(
  count: number,
  kept: number,
  rowOf: (row: number) => Float32Array,
): Pick<ItemWeights, "starts" | "places" | "weights"> {
  const perRow = Math.min(kept, Math.max(0, count - 1));
  const places = new Int32Array(count * perRow);
  const weights = new Float32Array(count * perRow);
  const starts = new Int32Array(count + 1);
  const excluded = new Uint8Array(count);
  const magnitudes = new Float32Array(count);
  let end = 0;
  for (let row = 0; row < count; row++) {
    const values = rowOf(row);
    for (let place = 0; place < count; place++) {
      magnitudes[place] = Math.abs(values[place]);
      excluded[place] = place === row || values[place] === 0 ? 1 : 0;
    }
    const found = topItems(magnitudes, { limit: perRow, excluded }).items.sort();
    for (const place of found) {
      places[end] = place;
      weights[end++] = values[place];
    }
    starts[row + 1] = end;
  }
  return { starts, places: places.slice(0, end), weights: weights.slice(0, end) };
}
