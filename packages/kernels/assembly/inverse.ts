// The inverse of a symmetric positive definite matrix, in place, by sweeping its blocks of `pivotSize` columns one after the
// other (Bientinesi, Gunter and van de Geijn 2008, "one-sweep"): with the pivot block A₁₁ and D = A₁₁⁻¹,
//   every other Aᵢⱼ −= Aᵢ₁ D A₁ⱼ,   Aᵢ₁ = Aᵢ₁ D,   A₁₁ = −D;
// after all sweeps the matrix is −A⁻¹. Only the lower half is computed. Nearly all work is one product of narrow panels.
import { addScaled, entry, multiplyAdd } from "./vectors";

/** Rows of a tile, and columns: twelve sums of four lanes, which fill the registers of x86. */
const tileRows: i32 = 6;
const tileColumns: i32 = 8;
/** Rows of a band, in which tiles of either side are whole. */
const bandRows: i32 = 48;
/** Columns that a band passes over at a time: their panel stays in the second cache. */
const passColumns: i32 = 256;

/** D = A₁₁⁻¹ in the layout of right panels, and A₁₁ = −D. Sets `failed` where a pivot is not above 0. One job. */
export function invertPivot(
  matrix: usize,
  stride: i32,
  start: i32,
  size: i32,
  inverse: usize,
  failed: usize,
  _from: i32,
  _to: i32,
  scratch: usize,
): void {
  const paddedSize = (size + tileColumns - 1) & -tileColumns;
  const bytes = (<usize>paddedSize) << 2;
  memory.fill(scratch, 0, <usize>size * bytes);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const value = load<f32>(entry(matrix, (start + row) * stride + start + column));
      store<f32>(scratch + <usize>row * bytes + ((<usize>column) << 2), value);
      store<f32>(scratch + <usize>column * bytes + ((<usize>row) << 2), value);
    }
  }
  for (let pivot = 0; pivot < size; pivot++) {
    const pivotRow = scratch + <usize>pivot * bytes;
    const value = load<f32>(entry(pivotRow, pivot));
    // also where it is no number
    if (!(value > 0)) {
      store<i32>(failed, 1);
      return;
    }
    store<f32>(entry(pivotRow, pivot), 1);
    const reciprocal = f32x4.splat(1 / value);
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(pivotRow + at, f32x4.mul(reciprocal, v128.load(pivotRow + at)));
    }
    for (let row = 0; row < size; row++) {
      if (row == pivot) continue;
      const target = scratch + <usize>row * bytes;
      const factor = load<f32>(entry(target, pivot));
      store<f32>(entry(target, pivot), 0);
      addScaled(-factor, pivotRow, target, bytes);
    }
  }
  for (let row = 0; row < size; row++) {
    const values = scratch + <usize>row * bytes;
    for (let column = 0; column <= row; column++) {
      store<f32>(entry(matrix, (start + row) * stride + start + column), -load<f32>(entry(values, column)));
    }
    for (let column = 0; column < paddedSize; column += tileColumns) {
      const packed = inverse + (<usize>(column * size + row * tileColumns) << 2);
      v128.store(packed, v128.load(entry(values, column)));
      v128.store(packed, v128.load(entry(values, column), 16), 16);
    }
  }
}

/**
 * Bands from..to of the panel A₁: packs it for the right side of the products, and −A₁ D for their left; A₁ becomes A₁ D.
 * The pivot's own rows are packed as zeros, so that the update leaves them alone.
 */
export function preparePanel(
  matrix: usize,
  columns: i32,
  stride: i32,
  start: i32,
  size: i32,
  inverse: usize,
  left: usize,
  right: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const paddedSize = (size + tileColumns - 1) & -tileColumns;
  const products = scratch;
  for (let band = from; band < to; band++) {
    const first = band * bandRows;
    const leftBand = left + (<usize>(first * size) << 2);
    const rightBand = right + (<usize>(first * size) << 2);
    for (let at = 0; at < bandRows; at++) {
      const row = first + at;
      const isOutside = row >= columns || (row >= start && row < start + size);
      // below the pivot the panel is a part of the row, above it a part of a column
      const source = entry(matrix, row < start ? start * stride + row : row * stride + start);
      const step: usize = row < start ? (<usize>stride) << 2 : 4;
      let toLeft = leftBand + (<usize>((at / tileRows) * tileRows * size + (at % tileRows)) << 2);
      let toRight = rightBand + (<usize>((at / tileColumns) * tileColumns * size + (at % tileColumns)) << 2);
      for (let column = 0; column < size; column++) {
        const value: f32 = isOutside ? 0 : load<f32>(source + <usize>column * step);
        store<f32>(toLeft, value);
        store<f32>(toRight, value);
        toLeft += tileRows << 2;
        toRight += tileColumns << 2;
      }
    }
    const bytes = (<usize>paddedSize) << 2;
    memory.fill(products, 0, <usize>bandRows * bytes);
    for (let at = 0; at < bandRows; at += tileRows) {
      const strip = leftBand + (<usize>(at * size) << 2);
      for (let column = 0; column < paddedSize; column += tileColumns) {
        const target = products + <usize>at * bytes + ((<usize>column) << 2);
        addTile(strip, inverse + (<usize>(column * size) << 2), size, target, bytes);
      }
    }
    for (let at = 0; at < bandRows; at++) {
      const row = first + at;
      if (row >= columns || (row >= start && row < start + size)) continue;
      const source = products + <usize>at * bytes;
      let target = entry(matrix, row < start ? start * stride + row : row * stride + start);
      const step: usize = row < start ? (<usize>stride) << 2 : 4;
      let toLeft = leftBand + (<usize>((at / tileRows) * tileRows * size + (at % tileRows)) << 2);
      for (let column = 0; column < size; column++) {
        const value = load<f32>(entry(source, column));
        store<f32>(target, value);
        store<f32>(toLeft, -value);
        target += step;
        toLeft += tileRows << 2;
      }
    }
  }
}

/** Bands of the lower half, counted from the longest: Aᵢⱼ += leftᵢ · rightⱼ. */
export function updateBands(
  matrix: usize,
  columns: i32,
  stride: i32,
  size: i32,
  left: usize,
  right: usize,
  bands: i32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  for (let at = from; at < to; at++) {
    const first = (bands - 1 - at) * bandRows;
    const end = min(first + bandRows, columns);
    for (let pass = 0; pass < end; pass += passColumns) {
      const passEnd = min(pass + passColumns, end);
      for (let row = first; row < end; row += tileRows) {
        const strip = left + (<usize>(row * size) << 2);
        // right of the diagonal nothing is needed
        const rowEnd = min(passEnd, row + tileRows);
        for (let column = pass; column < rowEnd; column += tileColumns) {
          const other = right + (<usize>(column * size) << 2);
          const target = matrix + <usize>row * bytes + ((<usize>column) << 2);
          if (row + tileRows <= columns && column + tileColumns <= stride) {
            addTile(strip, other, size, target, bytes);
          } else {
            addTileAtEdge(strip, other, size, target, bytes, columns - row, stride - column, scratch);
          }
        }
      }
    }
  }
}

/** A tile that would reach past the matrix, by way of `scratch`. */
function addTileAtEdge(
  left: usize,
  right: usize,
  depth: i32,
  target: usize,
  bytes: usize,
  rows: i32,
  columns: i32,
  scratch: usize,
): void {
  const tileBytes: usize = tileColumns << 2;
  memory.fill(scratch, 0, <usize>tileRows * tileBytes);
  addTile(left, right, depth, scratch, tileBytes);
  for (let row = 0; row < min(rows, tileRows); row++) {
    for (let column = 0; column < min(columns, tileColumns); column++) {
      const sum = target + <usize>row * bytes + ((<usize>column) << 2);
      store<f32>(sum, load<f32>(sum) + load<f32>(scratch + <usize>row * tileBytes + ((<usize>column) << 2)));
    }
  }
}

/** target += left · right, 6 × 8; `left` holds six values per step, `right` eight, `target` has rows of `bytes`. */
function addTile(left: usize, right: usize, depth: i32, target: usize, bytes: usize): void {
  const target1 = target + bytes;
  const target2 = target1 + bytes;
  const target3 = target2 + bytes;
  const target4 = target3 + bytes;
  const target5 = target4 + bytes;
  let s00 = v128.load(target);
  let s01 = v128.load(target, 16);
  let s10 = v128.load(target1);
  let s11 = v128.load(target1, 16);
  let s20 = v128.load(target2);
  let s21 = v128.load(target2, 16);
  let s30 = v128.load(target3);
  let s31 = v128.load(target3, 16);
  let s40 = v128.load(target4);
  let s41 = v128.load(target4, 16);
  let s50 = v128.load(target5);
  let s51 = v128.load(target5, 16);
  for (let step = 0; step < depth; step++) {
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
    const a4 = v128.load32_splat(left, 16);
    s40 = multiplyAdd(a4, b0, s40);
    s41 = multiplyAdd(a4, b1, s41);
    const a5 = v128.load32_splat(left, 20);
    s50 = multiplyAdd(a5, b0, s50);
    s51 = multiplyAdd(a5, b1, s51);
    left += 24;
    right += 32;
  }
  v128.store(target, s00);
  v128.store(target, s01, 16);
  v128.store(target1, s10);
  v128.store(target1, s11, 16);
  v128.store(target2, s20);
  v128.store(target2, s21, 16);
  v128.store(target3, s30);
  v128.store(target3, s31, 16);
  v128.store(target4, s40);
  v128.store(target4, s41, 16);
  v128.store(target5, s50);
  v128.store(target5, s51, 16);
}
