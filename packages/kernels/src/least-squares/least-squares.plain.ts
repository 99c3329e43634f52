import type { Matrix } from "../memory/memory.types.ts";
import type { LeastSquaresKernels, LeastSquaresProblem } from "./least-squares.types.ts";

export function plainLeastSquares(): LeastSquaresKernels {
  return {
    conjugateGradient(problem, steps) {
      for (let row = 0; row < problem.rows.rows; row++) approachSolution(problem, row, steps);
    },
    cholesky(problem) {
      for (let row = 0; row < problem.rows.rows; row++) solveExactly(problem, row);
    },
  };
}

function approachSolution(problem: LeastSquaresProblem, row: number, steps: number): void {
  const { rows, weights, unobservedWeight, fixed, gram, ridges, solved } = problem;
  const size = fixed.columns;
  const [first, end] = [rows.starts[row], rows.starts[row + 1]];
  const solution = solved.values.subarray(row * solved.stride, row * solved.stride + size);
  if (first === end) {
    solution.fill(0);
    return;
  }
  /** (G + λI + Σ wᵢ·yᵢyᵢᵀ) · vector */
  const multiply = (vector: ArrayLike<number>) => {
    const image = product(gram, vector);
    add(ridges[row], vector, image);
    for (let at = first; at < end; at++) {
      const other = rowOf(fixed, rows.columns[at]);
      add(weights[at] * dot(other, vector), other, image);
    }
    return image;
  };
  const residual = multiply(solution).map((value) => -value);
  for (let at = first; at < end; at++) add(weights[at] + unobservedWeight, rowOf(fixed, rows.columns[at]), residual);
  const direction = residual.slice();
  let length = dot(residual, residual);
  for (let step = 0; step < steps && length > 1e-20; step++) {
    const image = multiply(direction);
    const stretch = length / dot(direction, image);
    add(stretch, direction, solution);
    add(-stretch, image, residual);
    const next = dot(residual, residual);
    for (let index = 0; index < size; index++) {
      direction[index] = residual[index] + (next / length) * direction[index];
    }
    length = next;
  }
}

function solveExactly(problem: LeastSquaresProblem, row: number): void {
  const { rows, weights, unobservedWeight, fixed, gram, ridges, solved } = problem;
  const size = fixed.columns;
  const [first, end] = [rows.starts[row], rows.starts[row + 1]];
  const right = new Float64Array(size);
  const matrix = Array.from({ length: size }, (_, index) => Float64Array.from(rowOf(gram, index)));
  for (let index = 0; index < size; index++) matrix[index][index] += ridges[row];
  for (let at = first; at < end; at++) {
    const other = rowOf(fixed, rows.columns[at]);
    add(weights[at] + unobservedWeight, other, right);
    for (let index = 0; index < size; index++) add(weights[at] * other[index], other, matrix[index]);
  }
  solved.values.set(solvePositive(matrix, right), row * solved.stride);
}

/** matrix⁻¹·right by the factors L·Lᵀ of a positive definite matrix; overwrites both. */
function solvePositive(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  for (const [row, values] of matrix.entries()) {
    for (let column = 0; column <= row; column++) {
      const rest = values[column] - dot(values.subarray(0, column), matrix[column]);
      values[column] = row === column ? Math.sqrt(rest) : rest / matrix[column][column];
    }
    right[row] = (right[row] - dot(values.subarray(0, row), right)) / values[row];
  }
  for (let row = right.length - 1; row >= 0; row--) {
    right[row] /= matrix[row][row];
    add(-right[row], matrix[row].subarray(0, row), right.subarray(0, row));
  }
  return right;
}

const rowOf = ({ values, stride, columns }: Matrix, row: number) =>
  values.subarray(row * stride, row * stride + columns);

function product(matrix: Matrix, vector: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, row) => dot(rowOf(matrix, row), vector));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

function add(weight: number, vector: ArrayLike<number>, target: Float32Array | Float64Array): void {
  for (let index = 0; index < target.length; index++) target[index] += weight * vector[index];
}
