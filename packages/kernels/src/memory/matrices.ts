// Shapes that both memories share.
import { KernelInputError } from "../kernels.types.ts";
import type { Matrix } from "./memory.types.ts";

/** Rows end at multiples of 16 bytes, so that SIMD needs no tails. */
export const paddedColumns = (columns: number): number => Math.ceil(columns / 4) * 4;

export function checkFinite(values: ArrayLike<number>, name: string): ArrayLike<number> {
  for (let index = 0; index < values.length; index++) {
    if (!Number.isFinite(values[index])) {
      throw new KernelInputError(`${name}[${index}] is ${values[index]}, not a finite number.`);
    }
  }
  return values;
}

/** Fills the matrix from a row-major array without padding. */
export function copyRows(values: ArrayLike<number>, matrix: Matrix): Matrix {
  const { rows, columns, stride } = matrix;
  if (values.length !== rows * columns) {
    throw new KernelInputError(`${values.length} values do not make ${rows} rows of ${columns}.`);
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      matrix.values[row * stride + column] = values[row * columns + column];
    }
  }
  return matrix;
}

/** The matrix row-major without padding, in memory of its own. */
export function unpaddedValues({ rows, columns, stride, values }: Matrix): Float32Array {
  const copy = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    copy.set(values.subarray(row * stride, row * stride + columns), row * columns);
  }
  return copy;
}
