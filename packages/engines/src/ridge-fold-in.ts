// A viewer's bias and factors from his ratings and fixed item factors: ridge regression in closed form.

/** Item factors, one row of `factorCount` per item. */
export interface ItemFactors {
  readonly factorCount: number;
  readonly values: Float32Array;
}

/** Penalty on bias and factors alike; it grows with the profile as SGD's does: perViewer + perRating · ratings. */
export interface RidgeRegularization {
  readonly perViewer: number;
  readonly perRating: number;
}

/** The Cholesky factor of A = XᵀX + Λ, where a rating's row of X is [1, item factors]; row-major, lower half. */
export interface FoldInSystem {
  readonly size: number;
  readonly lower: Float64Array;
}

/** A of a profile, factored. O(n·k²/2 + k³/6). */
export function foldInSystem(
  items: Int32Array,
  { factorCount, values }: ItemFactors,
  { perViewer, perRating }: RidgeRegularization,
): FoldInSystem {
  const size = factorCount + 1;
  const gram = new Float64Array(size * size);
  for (const item of items) {
    const start = item * factorCount;
    for (let row = 0; row < factorCount; row++) {
      const value = values[start + row];
      const target = (row + 1) * size + 1;
      gram[target - 1] += value;
      for (let column = 0; column <= row; column++) gram[target + column] += value * values[start + column];
    }
  }
  gram[0] = items.length;
  const penalty = perViewer + perRating * items.length;
  for (let row = 0; row < size; row++) gram[row * size + row] += penalty;
  factorize(gram, size);
  return { size, lower: gram };
}

/** The viewer's [bias, factors]: the x that minimizes Σ(residual − X·x)² + xᵀΛx. */
export function foldIn(
  items: Int32Array,
  residuals: Float64Array,
  factors: ItemFactors,
  regularization: RidgeRegularization,
): Float64Array {
  const { factorCount, values } = factors;
  const right = new Float64Array(factorCount + 1);
  for (let row = 0; row < items.length; row++) {
    const start = items[row] * factorCount;
    right[0] += residuals[row];
    for (let factor = 0; factor < factorCount; factor++) right[factor + 1] += residuals[row] * values[start + factor];
  }
  return solve(foldInSystem(items, factors, regularization), right);
}

/** A⁻¹·right, for a factored A; overwrites and returns `right`. */
export function solve({ size, lower }: FoldInSystem, right: Float64Array): Float64Array {
  for (let row = 0; row < size; row++) {
    let sum = right[row];
    for (let column = 0; column < row; column++) sum -= lower[row * size + column] * right[column];
    right[row] = sum / lower[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = right[row] / lower[row * size + row];
    right[row] = value;
    for (let column = 0; column < row; column++) right[column] -= lower[row * size + column] * value;
  }
  return right;
}

/** Cholesky factorization in place; A is positive definite since every λ is above 0. */
function factorize(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let inner = 0; inner < column; inner++) sum -= matrix[row * size + inner] * matrix[column * size + inner];
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / matrix[column * size + column];
    }
  }
}
