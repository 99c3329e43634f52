// Small symmetric systems solved exactly, in doubles: what folds viewers and new items in.

/** The Cholesky factor of a positive definite matrix, row-major, lower half. */
export interface FactoredSystem {
  readonly size: number;
  readonly lower: Float64Array;
}

/** Factorizes the lower half in place, O(size³/6). No pivot is taken for less than `leastPivot`: one that is comes from rounding. */
export function factorize(matrix: Float64Array, size: number, leastPivot = 0): FactoredSystem {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let inner = 0; inner < column; inner++) sum -= matrix[row * size + inner] * matrix[column * size + inner];
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, leastPivot)) : sum / matrix[column * size + column];
    }
  }
  return { size, lower: matrix };
}

/** A⁻¹·right, for a factored A; overwrites and returns `right`. */
export function solve({ size, lower }: FactoredSystem, right: Float64Array): Float64Array {
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

/**
 * The lower half of matrix += Σ rowᵢ·rowᵢᵀ over `count` rows, four at a time: a quarter of the reads and writes of the
 * matrix. `readRow` fills its target with row i.
 */
export function addOuterProducts(
  matrix: Float64Array,
  size: number,
  count: number,
  readRow: (index: number, target: Float64Array) => void,
): void {
  const four = Array.from({ length: 4 }, () => new Float64Array(size));
  for (let first = 0; first < count; first += 4) {
    four.forEach((row, lane) => {
      if (first + lane < count) readRow(first + lane, row);
      else row.fill(0);
    });
    addFour(matrix, size, four[0], four[1], four[2], four[3]);
  }
}

function addFour(
  matrix: Float64Array,
  size: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
): void {
  for (let row = 0; row < size; row++) {
    const start = row * size;
    const av = a[row];
    const bv = b[row];
    const cv = c[row];
    const dv = d[row];
    for (let column = 0; column <= row; column++) {
      matrix[start + column] += av * a[column] + bv * b[column] + cv * c[column] + dv * d[column];
    }
  }
}
