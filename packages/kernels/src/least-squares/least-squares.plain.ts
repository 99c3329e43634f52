import type { Matrix } from "../kernels.types.ts";
import type { LeastSquaresKernels, LeastSquaresProblem } from "./least-squares.types.ts";

export function plainLeastSquares(): LeastSquaresKernels {
  return {
    conjugateGradient(problem, steps) {
      for (let row = 0; row < problem.rows.rows; row++) solveRow(problem, row, steps);
    },
  };
}

function solveRow(problem: LeastSquaresProblem, row: number, steps: number): void {
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
