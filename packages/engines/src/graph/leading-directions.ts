// The leading right singular vectors of a sparse matrix, by subspace iteration.
import { createRandom } from "../dataset/random.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/** Rows of entries: row r holds entries starts[r] to starts[r + 1]. */
export interface WeightedRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly columnCount: number;
}

export interface LeadingDirections {
  /** Directions found: as many as asked for, or the matrix's rank. */
  readonly count: number;
  /** Row-major, one row of `count` values per column of the matrix. */
  readonly vectors: Float64Array;
  /** Descending, above 0. */
  readonly singularValues: Float64Array;
}

/** More directions than asked for are followed: the last of them come out slowest. */
const additional = 16;
const smallestShare = 1e-9;

/**
 * The `wanted` leading right singular vectors V and values σ of M, within what `passes` over its entries reach (Halko,
 * Martinsson and Tropp 2011): MᵀM applied to random columns again and again, then Rayleigh–Ritz.
 */
export function leadingDirections(
  matrix: WeightedRows,
  { wanted, passes, seed, onPass }: { wanted: number; passes: number; seed: number; onPass: (pass: number) => void },
): LeadingDirections {
  const { columnCount } = matrix;
  const width = Math.min(wanted + additional, columnCount);
  const random = createRandom(seed);
  let basis: Float64Array = Float64Array.from({ length: columnCount * width }, () => random() - 0.5);
  for (let pass = 0; pass < passes; pass++) {
    basis = orthonormal(applyTwice(matrix, basis, width).image, width);
    onPass(pass + 1);
  }
  const { products } = applyTwice(matrix, basis, width);
  const { values, vectors: rotation } = symmetricEigen(products, width);
  const count = Math.min(wanted, values.filter((value) => value > smallestShare * values[0]).length);
  const vectors = new Float64Array(columnCount * count);
  for (let column = 0; column < columnCount; column++) {
    for (let index = 0; index < width; index++) {
      const value = basis[column * width + index];
      for (let at = 0; at < count; at++) vectors[column * count + at] += value * rotation[index * width + at];
    }
  }
  return { count, vectors, singularValues: values.slice(0, count).map(Math.sqrt) };
}

/** MᵀM·Q, and QᵀMᵀMQ, in one pass over the rows. */
function applyTwice({ starts, columns, values }: WeightedRows, basis: Float64Array, width: number) {
  const image = new Float64Array(basis.length);
  const products = new Float64Array(width * width);
  const sums = new Float64Array(width);
  for (let row = 0; row + 1 < starts.length; row++) {
    sums.fill(0);
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      const start = columns[entry] * width;
      for (let index = 0; index < width; index++) sums[index] += values[entry] * basis[start + index];
    }
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      const start = columns[entry] * width;
      for (let index = 0; index < width; index++) image[start + index] += values[entry] * sums[index];
    }
    addOuter(sums, 0, width, products);
  }
  return { image, products };
}

/** products += row · rowᵀ */
function addOuter(values: Float64Array, start: number, width: number, products: Float64Array): void {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) products[i * width + j] += values[start + i] * values[start + j];
  }
}

/** The same space by orthonormal columns (by Cholesky's factor of their products); those without a direction of their own become zeros. */
function orthonormal(basis: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width);
  for (let start = 0; start < basis.length; start += width) addOuter(basis, start, width, factor);
  const largest = factor.reduce((maximum, value) => Math.max(maximum, value), 0);
  const reciprocals = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * width + j];
      for (let k = 0; k < j; k++) sum -= factor[i * width + k] * factor[j * width + k];
      if (i !== j) factor[i * width + j] = sum * reciprocals[j];
      else if (sum > smallestShare ** 1.5 * largest) reciprocals[i] = 1 / Math.sqrt(sum);
    }
  }
  const result = new Float64Array(basis.length);
  for (let start = 0; start < basis.length; start += width) {
    for (let i = 0; i < width; i++) {
      let sum = basis[start + i];
      for (let k = 0; k < i; k++) sum -= factor[i * width + k] * result[start + k];
      result[start + i] = sum * reciprocals[i];
    }
  }
  return result;
}
