// The leading right singular vectors of a sparse matrix, by subspace iteration.
import type { Kernels, Matrix, SparseMatrix } from "@matinee/kernels";
import { createRandom } from "../dataset/random.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

export interface LeadingDirections {
  /** One row for each column of the matrix, as many columns as asked for, or as the matrix has rank. */
  readonly vectors: Matrix;
  /** Descending, above 0. */
  readonly singularValues: Float64Array;
}

export interface DirectionsOptions {
  readonly wanted: number;
  /** Passes over the entries; more come closer. */
  readonly passes: number;
  readonly seed: number;
  readonly onPass?: (pass: number) => void;
}

/** More directions than asked for are followed: the last of them come out slowest. */
const additional = 16;
/** Squares of lengths below this share of the largest are rounding. */
const smallestShare = 1e-6;

/**
 * The `wanted` leading right singular vectors V and values σ of M (Halko, Martinsson and Tropp 2011): MᵀM applied to random
 * columns again and again, then Rayleigh–Ritz. In the memory of the kernels.
 */
export function leadingDirections(
  kernels: Kernels,
  matrix: SparseMatrix,
  { wanted, passes, seed, onPass = () => {} }: DirectionsOptions,
): LeadingDirections {
  const { byRow, rowValues, byColumn, columnValues } = matrix;
  const size = byColumn.rows;
  const width = Math.min(wanted + additional, size);
  const random = createRandom(seed);
  const basis = kernels.copyMatrix(
    Float64Array.from({ length: size * width }, () => random() - 0.5),
    size,
    width,
    "basis",
  );
  const image = kernels.matrix(byRow.rows, width);
  const products = kernels.matrix(width, width);
  for (let pass = 1; pass <= passes; pass++) {
    kernels.linear.sparseProduct(byRow, rowValues, basis, image);
    kernels.linear.sparseProduct(byColumn, columnValues, image, basis);
    kernels.linear.gram(basis, products);
    makeOrthonormal(basis, products);
    onPass(pass);
  }
  kernels.linear.sparseProduct(byRow, rowValues, basis, image);
  kernels.linear.gram(image, products);
  const { values, vectors: rotation } = symmetricEigen(squareOf(products), width);
  const count = Math.min(wanted, values.filter((value) => value > smallestShare * values[0]).length);
  const vectors = kernels.matrix(size, count);
  for (let row = 0; row < size; row++) {
    for (let index = 0; index < width; index++) {
      const value = basis.values[row * basis.stride + index];
      for (let at = 0; at < count; at++)
        vectors.values[row * vectors.stride + at] += value * rotation[index * width + at];
    }
  }
  return { vectors, singularValues: values.slice(0, count).map(Math.sqrt) };
}

/** Without padding, in float64. */
const squareOf = ({ columns, stride, values }: Matrix) =>
  Float64Array.from(
    { length: columns * columns },
    (_, at) => values[Math.floor(at / columns) * stride + (at % columns)],
  );

/**
 * The same space by orthonormal columns, by Cholesky's factor of the columns' products; a column without a direction of its
 * own becomes zeros.
 */
function makeOrthonormal(basis: Matrix, products: Matrix): void {
  const { rows, columns: width, stride, values } = basis;
  const factor = squareOf(products);
  const largest = factor.reduce((maximum, value) => Math.max(maximum, value), 0);
  const reciprocals = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * width + j];
      for (let k = 0; k < j; k++) sum -= factor[i * width + k] * factor[j * width + k];
      if (i !== j) factor[i * width + j] = sum * reciprocals[j];
      else if (sum > smallestShare * largest) reciprocals[i] = 1 / Math.sqrt(sum);
    }
  }
  for (let row = 0; row < rows; row++) {
    const start = row * stride;
    for (let i = 0; i < width; i++) {
      let sum = values[start + i];
      for (let k = 0; k < i; k++) sum -= factor[i * width + k] * values[start + k];
      values[start + i] = sum * reciprocals[i];
    }
  }
}
