// Where the regression starts: MiniLM's vectors of the tokens alone, at the place and size of what they are to explain.
import { dimensions } from "../src/distilled-table.ts";
import type { TextMatrix } from "./text-matrix.ts";

export interface StartProblem {
  /** Tokens × 384, each token alone through MiniLM. */
  readonly own: Float32Array;
  readonly matrix: TextMatrix;
  readonly targets: Float16Array;
  readonly mean: Float64Array;
}

/** The texts' mean vector, 384 values. */
export function weightedMean(targets: Float16Array, textWeights: Float32Array): Float64Array {
  const mean = new Float64Array(dimensions);
  const total = textWeights.reduce((sum, weight) => sum + weight, 0);
  textWeights.forEach((weight, text) => {
    for (let d = 0; d < dimensions; d++) mean[d] += (weight / total) * targets[text * dimensions + d];
  });
  return mean;
}

/** The tokens' own vectors less their mean in texts, times the one number that brings their sums nearest to the targets. */
export function startVectors({ own, matrix, targets, mean }: StartProblem): Float32Array {
  const { starts, columns, values } = matrix;
  const ownMean = meanInTexts(own, matrix);
  const centered = own.map((value, cell) => value - ownMean[cell % dimensions]);
  const sum = new Float64Array(dimensions);
  let fit = 0;
  let squares = 0;
  for (let text = 0; text + 1 < starts.length; text++) {
    sum.fill(0);
    for (let cell = starts[text]; cell < starts[text + 1]; cell++) {
      for (let d = 0; d < dimensions; d++) sum[d] += values[cell] * centered[columns[cell] * dimensions + d];
    }
    for (let d = 0; d < dimensions; d++) {
      fit += sum[d] * (targets[text * dimensions + d] - mean[d]);
      squares += sum[d] * sum[d];
    }
  }
  const scale = fit / squares;
  return centered.map((value) => value * scale);
}

/** Weighed as the texts weigh their tokens. */
function meanInTexts(own: Float32Array, { columns, values }: TextMatrix): Float64Array {
  const shares = new Float64Array(own.length / dimensions);
  let total = 0;
  columns.forEach((column, cell) => {
    shares[column] += values[cell];
    total += values[cell];
  });
  const mean = new Float64Array(dimensions);
  shares.forEach((share, token) => {
    for (let d = 0; d < dimensions; d++) mean[d] += (share / total) * own[token * dimensions + d];
  });
  return mean;
}
