// Dense linear algebra: products of a matrix with its own transpose, and what they share with the inverse.
import { addScaled, entry, multiplyAdd } from "./vectors";

/** A block of rows this large stays in the first cache while every tile passes over it. */
const blockBytes: i32 = 16384;

/**
 * Bands from..to of Mᵀ·M, four rows a band; band b is the work of one thread together with its mirror image from the end,
 * so that all jobs are equally long although only entries right of the diagonal are computed.
 */
export function gramBands(
  matrix: usize,
  rowCount: i32,
  columns: i32,
  stride: i32,
  gram: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bands = stride >> 2;
  for (let band = from; band < to; band++) {
    gramBand(matrix, rowCount, columns, stride, gram, band * 4, scratch);
    if (bands - 1 - band != band) {
      gramBand(matrix, rowCount, columns, stride, gram, (bands - 1 - band) * 4, scratch);
    }
  }
}

/** Rows first to first + 4, from the diagonal on, summed in `scratch`, then written to both halves. */
function gramBand(
  matrix: usize,
  rowCount: i32,
  columns: i32,
  stride: i32,
  gram: usize,
  first: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  memory.fill(scratch, 0, 4 * bytes);
  const block = max(8, blockBytes / <i32>bytes);
  for (let row = 0; row < rowCount; row += block) {
    const rows = min(block, rowCount - row);
    const values = matrix + <usize>row * bytes;
    let column = first;
    for (; column + 8 <= stride; column += 8) {
      addProducts8(entry(values, first), entry(values, column), rows, bytes, entry(scratch, column));
    }
    if (column < stride) {
      addProducts4(entry(values, first), entry(values, column), rows, bytes, entry(scratch, column));
    }
  }
  const end = min(first + 4, columns);
  for (let row = first; row < end; row++) {
    const sums = scratch + <usize>(row - first) * bytes;
    for (let column = row; column < columns; column++) {
      const sum = load<f32>(entry(sums, column));
      store<f32>(gram + <usize>row * bytes + ((<usize>column) << 2), sum);
      store<f32>(gram + <usize>column * bytes + ((<usize>row) << 2), sum);
    }
  }
}

/** sums += leftᵀ · right over rows of 4 and of 8 values, `bytes` apart; so are the four rows of sums. */
function addProducts8(left: usize, right: usize, rows: i32, bytes: usize, sums: usize): void {
  const sums1 = sums + bytes;
  const sums2 = sums1 + bytes;
  const sums3 = sums2 + bytes;
  let s00 = v128.load(sums);
  let s01 = v128.load(sums, 16);
  let s10 = v128.load(sums1);
  let s11 = v128.load(sums1, 16);
  let s20 = v128.load(sums2);
  let s21 = v128.load(sums2, 16);
  let s30 = v128.load(sums3);
  let s31 = v128.load(sums3, 16);
  for (let row = 0; row < rows; row++) {
    const b0 = v128.load(right);
    const b1 = v128.load(right, 16);
    const a0 = v128.load32_splat(left);
    s00 = multiplyAdd(a0, b0, s00);
    s01 = multiplyAdd(a0, b1, s01);
    const a1 = v128.load32_splat(left, 4);
    s10 = multiplyAdd(a1, b0, s10);
    s11 = multiplyAdd(a1, b1, s11);
    const a2 = v128.load32_splat(left, 8);
    s20 = multiplyAdd(a2, b0, s20);
    s21 = multiplyAdd(a2, b1, s21);
    const a3 = v128.load32_splat(left, 12);
    s30 = multiplyAdd(a3, b0, s30);
    s31 = multiplyAdd(a3, b1, s31);
    left += bytes;
    right += bytes;
  }
  v128.store(sums, s00);
  v128.store(sums, s01, 16);
  v128.store(sums1, s10);
  v128.store(sums1, s11, 16);
  v128.store(sums2, s20);
  v128.store(sums2, s21, 16);
  v128.store(sums3, s30);
  v128.store(sums3, s31, 16);
}

/** The same over the last four columns. */
function addProducts4(left: usize, right: usize, rows: i32, bytes: usize, sums: usize): void {
  const sums1 = sums + bytes;
  const sums2 = sums1 + bytes;
  const sums3 = sums2 + bytes;
  let s0 = v128.load(sums);
  let s1 = v128.load(sums1);
  let s2 = v128.load(sums2);
  let s3 = v128.load(sums3);
  for (let row = 0; row < rows; row++) {
    const b = v128.load(right);
    s0 = multiplyAdd(v128.load32_splat(left), b, s0);
    s1 = multiplyAdd(v128.load32_splat(left, 4), b, s1);
    s2 = multiplyAdd(v128.load32_splat(left, 8), b, s2);
    s3 = multiplyAdd(v128.load32_splat(left, 12), b, s3);
    left += bytes;
    right += bytes;
  }
  v128.store(sums, s0);
  v128.store(sums1, s1);
  v128.store(sums2, s2);
  v128.store(sums3, s3);
}

/**
 * Rows from..to of XᵀX for sparse X: what row i of X's transpose has in common with every other. `columnStarts`,
 * `columnRows` and `columnValues` are X by columns; `starts`, `columns` and `values` X by rows, columns ascending.
 * Row i of the product goes to row i − first of `gram`; where `isHalf` is not 0, only entries from the diagonal on.
 */
export function sparseGramRows(
  starts: usize,
  columns: usize,
  values: usize,
  columnStarts: usize,
  columnRows: usize,
  columnValues: usize,
  gram: usize,
  stride: i32,
  first: i32,
  isHalf: i32,
  from: i32,
  to: i32,
  _scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  for (let at = from; at < to; at++) {
    const column = first + at;
    const sums = gram + <usize>at * bytes;
    memory.fill(sums, 0, bytes);
    const end = load<i32>(entry(columnStarts, column + 1));
    for (let place = load<i32>(entry(columnStarts, column)); place < end; place++) {
      const row = load<i32>(entry(columnRows, place));
      const value = load<f32>(entry(columnValues, place));
      const rowEnd = load<i32>(entry(starts, row + 1));
      let other = load<i32>(entry(starts, row));
      if (isHalf != 0) other = firstFrom(columns, other, rowEnd, column);
      for (; other + 4 <= rowEnd; other += 4) {
        const index = entry(columns, other);
        const factor = entry(values, other);
        const sum0 = entry(sums, load<i32>(index));
        store<f32>(sum0, load<f32>(sum0) + value * load<f32>(factor));
        const sum1 = entry(sums, load<i32>(index, 4));
        store<f32>(sum1, load<f32>(sum1) + value * load<f32>(factor, 4));
        const sum2 = entry(sums, load<i32>(index, 8));
        store<f32>(sum2, load<f32>(sum2) + value * load<f32>(factor, 8));
        const sum3 = entry(sums, load<i32>(index, 12));
        store<f32>(sum3, load<f32>(sum3) + value * load<f32>(factor, 12));
      }
      for (; other < rowEnd; other++) {
        const sum = entry(sums, load<i32>(entry(columns, other)));
        store<f32>(sum, load<f32>(sum) + value * load<f32>(entry(values, other)));
      }
    }
  }
}

/** The first place in [start, end) whose column is `column` or a later one; columns ascend. */
function firstFrom(columns: usize, start: i32, end: i32, column: i32): i32 {
  while (start < end) {
    const middle = (start + end) >>> 1;
    if (load<i32>(entry(columns, middle)) < column) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** Rows from..to of S·D, S sparse and D dense. */
export function sparseProductRows(
  starts: usize,
  columns: usize,
  values: usize,
  dense: usize,
  stride: i32,
  product: usize,
  from: i32,
  to: i32,
  _scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  for (let row = from; row < to; row++) {
    const sums = product + <usize>row * bytes;
    memory.fill(sums, 0, bytes);
    const end = load<i32>(entry(starts, row + 1));
    for (let place = load<i32>(entry(starts, row)); place < end; place++) {
      const other = dense + <usize>load<i32>(entry(columns, place)) * bytes;
      addScaled(load<f32>(entry(values, place)), other, sums, bytes);
    }
  }
}

const mirrorBlock: i32 = 32;

/** Bands from..to of a symmetric matrix, 32 rows each: multiplies the half that `isUpper` names, and copies it to the other. */
export function mirrorBands(
  matrix: usize,
  columns: i32,
  stride: i32,
  isUpper: i32,
  factor: f32,
  from: i32,
  to: i32,
  _scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  for (let band = from; band < to; band++) {
    const rowStart = band * mirrorBlock;
    const rowEnd = min(rowStart + mirrorBlock, columns);
    for (let columnStart = 0; columnStart < rowEnd; columnStart += mirrorBlock) {
      for (let row = rowStart; row < rowEnd; row++) {
        const columnEnd = min(columnStart + mirrorBlock, row + 1);
        let lower = matrix + <usize>row * bytes + ((<usize>columnStart) << 2);
        let upper = matrix + <usize>columnStart * bytes + ((<usize>row) << 2);
        for (let column = columnStart; column < columnEnd; column++) {
          const value = factor * load<f32>(isUpper != 0 ? upper : lower);
          store<f32>(lower, value);
          store<f32>(upper, value);
          lower += 4;
          upper += bytes;
        }
      }
    }
  }
}
