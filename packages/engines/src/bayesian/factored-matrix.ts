// A symmetric positive definite matrix by its Cholesky factor; row-major, lower half.

/** Factors the matrix in place; only its lower half is read. */
export function factorize(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let inner = 0; inner < column; inner++) sum -= matrix[row * size + inner] * matrix[column * size + inner];
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / matrix[column * size + column];
    }
  }
  return matrix;
}

/** L⁻¹·right, in place. */
export function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row++) {
    let sum = right[row];
    for (let column = 0; column < row; column++) sum -= lower[row * size + column] * right[column];
    right[row] = sum / lower[row * size + row];
  }
  return right;
}

/** A⁻¹·right, in place. */
export function solve(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  solveLower(lower, right);
  for (let row = size - 1; row >= 0; row--) {
    const value = right[row] / lower[row * size + row];
    right[row] = value;
    for (let column = 0; column < row; column++) right[column] -= lower[row * size + column] * value;
  }
  return right;
}
