// Ridge regression by conjugate gradients: which token vectors sum up to the vectors of the texts?
import { dimensions } from "../src/distilled-table.ts";
import type { TextMatrix } from "./text-matrix.ts";

export interface RidgeProblem {
  /** X: texts × tokens. */
  readonly matrix: TextMatrix;
  /** Y: texts × 384, row-major, what the texts have in common taken off. */
  readonly targets: Float16Array;
  readonly mean: Float64Array;
  /** W: how much each text counts. */
  readonly textWeights: Float32Array;
  /** T₀: tokens × 384; tokens that texts say little about stay near it. */
  readonly start: Float32Array;
  readonly lambda: number;
  readonly steps: number;
}

/**
 * The T that makes Σ w‖Y − XT‖² + λ‖T − T₀‖² small, after so many steps of conjugate gradients from T₀, each of the 384
 * columns for itself. Preconditioned by the diagonal: tokens are a million times apart in frequency.
 */
export function solveRidge(problem: RidgeProblem, onStep: (step: number) => void): Float32Array {
  const { start, lambda, steps } = problem;
  const solution = start.slice();
  const diagonal = readDiagonal(problem);
  const residual = applyTransposed(problem, solution, true);
  const scaled = divideRows(residual, diagonal);
  const direction = scaled.slice();
  let size = dotColumns(residual, scaled);
  for (let step = 1; step <= steps; step++) {
    const applied = applyTransposed(problem, direction, false);
    addScaled(applied, direction, new Float64Array(dimensions).fill(lambda));
    const along = divide(size, dotColumns(direction, applied));
    addScaled(solution, direction, along);
    addScaled(
      residual,
      applied,
      along.map((value) => -value),
    );
    const next = divideRows(residual, diagonal);
    const nextSize = dotColumns(residual, next);
    const kept = divide(nextSize, size);
    for (let cell = 0; cell < direction.length; cell++) {
      direction[cell] = next[cell] + kept[cell % dimensions] * direction[cell];
    }
    size = nextSize;
    onStep(step);
  }
  return solution;
}

/** XᵀW(Y − XT) with the targets, XᵀWXT without, in one pass over the texts. */
function applyTransposed(
  { matrix, targets, mean, textWeights }: RidgeProblem,
  vectors: Float32Array,
  hasTargets: boolean,
): Float32Array {
  const { starts, columns, values } = matrix;
  const result = new Float32Array(vectors.length);
  const sum = new Float32Array(dimensions);
  for (let text = 0; text < textWeights.length; text++) {
    sum.fill(0);
    for (let cell = starts[text]; cell < starts[text + 1]; cell++) {
      const value = values[cell];
      const from = columns[cell] * dimensions;
      for (let d = 0; d < dimensions; d++) sum[d] += value * vectors[from + d];
    }
    if (hasTargets) {
      for (let d = 0; d < dimensions; d++) sum[d] = targets[text * dimensions + d] - mean[d] - sum[d];
    }
    for (let cell = starts[text]; cell < starts[text + 1]; cell++) {
      const value = values[cell] * textWeights[text];
      const to = columns[cell] * dimensions;
      for (let d = 0; d < dimensions; d++) result[to + d] += value * sum[d];
    }
  }
  return result;
}

/** Of XᵀWX + λI. A text that has a token twice counts a little too little, which only slows the steps. */
function readDiagonal({ matrix, textWeights, start, lambda }: RidgeProblem): Float64Array {
  const { starts, columns, values } = matrix;
  const diagonal = new Float64Array(start.length / dimensions).fill(lambda);
  for (let text = 0; text < textWeights.length; text++) {
    for (let cell = starts[text]; cell < starts[text + 1]; cell++) {
      diagonal[columns[cell]] += textWeights[text] * values[cell] ** 2;
    }
  }
  return diagonal;
}

function divideRows(vectors: Float32Array, divisors: Float64Array): Float32Array {
  return vectors.map((value, cell) => value / divisors[Math.floor(cell / dimensions)]);
}

function dotColumns(a: Float32Array, b: Float32Array): Float64Array {
  const sums = new Float64Array(dimensions);
  for (let cell = 0; cell < a.length; cell++) sums[cell % dimensions] += a[cell] * b[cell];
  return sums;
}

/** vectors += factors × others, a factor for each column. */
function addScaled(vectors: Float32Array, others: Float32Array, factors: Float64Array): void {
  for (let cell = 0; cell < vectors.length; cell++) vectors[cell] += factors[cell % dimensions] * others[cell];
}

function divide(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, column) => value / Math.max(b[column], Number.MIN_VALUE));
}
