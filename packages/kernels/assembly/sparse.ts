import { emptyHeap, offerAnyOrder, sortBestFirst } from "./best-heap";
import { entry, multiplyAdd } from "./vectors";

/**
 * The `limit` most similar other rows of each row first + from .. first + to, by what `similarity` says of the sums over the
 * columns that both have. `transposed` holds the same entries by column. Working memory: 20 bytes for each row.
 */
export function similarRows(
  starts: usize,
  columns: usize,
  values: usize,
  transposedStarts: usize,
  transposedRows: usize,
  transposedValues: usize,
  rowCount: i32,
  isShared: i32,
  rowScales: usize,
  columnScales: usize,
  offsets: usize,
  shrinkage: f32,
  first: i32,
  limit: i32,
  bestRows: usize,
  bestScores: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  // of each other row: Σ x·y, Σ x², Σ y² and the number of shared columns
  const sums = scratch;
  const met = scratch + ((<usize>rowCount) << 4);
  memory.fill(sums, 0, (<usize>rowCount) << 4);
  for (let place = from; place < to; place++) {
    const row = first + place;
    const heapRows = entry(bestRows, place * limit);
    const heapScores = entry(bestScores, place * limit);
    const end = load<i32>(entry(starts, row + 1));
    let metCount = 0;
    for (let at = load<i32>(entry(starts, row)); at < end; at++) {
      const column = load<i32>(entry(columns, at));
      const value = load<f32>(entry(values, at));
      const own = f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(value), 2, 0), 3, 1);
      const otherEnd = load<i32>(entry(transposedStarts, column + 1));
      for (let other = load<i32>(entry(transposedStarts, column)); other < otherEnd; other++) {
        const index = load<i32>(entry(transposedRows, other));
        const sum = sums + ((<usize>index) << 4);
        const before = v128.load(sum);
        if (f32x4.extract_lane(before, 3) == 0) store<i32>(entry(met, metCount++), index);
        v128.store(sum, addPair(own, value, load<f32>(entry(transposedValues, other)), before));
      }
    }
    emptyHeap(heapRows, heapScores, limit);
    for (let index = 0; index < metCount; index++) {
      const other = load<i32>(entry(met, index));
      const sum = sums + ((<usize>other) << 4);
      if (other != row) {
        const similarity = isShared
          ? sharedSimilarity(sum, shrinkage)
          : wholeSimilarity(sum, shrinkage, rowScales, columnScales, offsets, row, other);
        if (similarity > 0) offerAnyOrder(similarity, other, limit, heapRows, heapScores);
      }
      v128.store(sum, f32x4.splat(0));
    }
    sortBestFirst(heapRows, heapScores, limit);
  }
}

/** before + [x·y, x², y², 1], own being [x, x, 0, 1]. */
// @ts-ignore: decorator
@inline
function addPair(own: v128, ownValue: f32, value: f32, before: v128): v128 {
  // [y, x, y, 1] · [x, x, y, 1]
  const right = f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(value), 1, ownValue), 3, 1);
  return multiplyAdd(f32x4.replace_lane(own, 2, value), right, before);
}

// @ts-ignore: decorator
@inline
function wholeSimilarity(
  sum: usize,
  shrinkage: f32,
  rowScales: usize,
  columnScales: usize,
  offsets: usize,
  row: i32,
  other: i32,
): f32 {
  let product = load<f32>(sum);
  if (offsets != 0) product -= load<f32>(entry(offsets, row)) * load<f32>(entry(offsets, other));
  const scale = load<f32>(entry(rowScales, row)) * load<f32>(entry(columnScales, other));
  const count = load<f32>(sum, 12);
  return product * scale * (count / (count + shrinkage));
}

/** Correlation over the shared columns, times (n − 1) / (n − 1 + shrinkage). */
// @ts-ignore: decorator
@inline
function sharedSimilarity(sum: usize, shrinkage: f32): f32 {
  const lengths = load<f32>(sum, 4) * load<f32>(sum, 8);
  if (!(lengths > 0)) return 0;
  const degrees = load<f32>(sum, 12) - 1;
  if (!(degrees > 0)) return 0;
  return (load<f32>(sum) / sqrt<f32>(lengths)) * (degrees / (degrees + shrinkage));
}
