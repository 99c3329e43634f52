import { type Combination, listTerms, toProbability } from "../src/linear-model.ts";

/** What the views made of a text that they did not learn from. */
export interface ScoredText {
  readonly scores: readonly number[];
  readonly wordCount: number;
  readonly positive: boolean;
}

const steps = 20;
const ridge = 1e-3;

/** Logistic regression over the terms of `listTerms` by Newton's method: it calibrates as it combines. */
export function fitCombination(texts: readonly ScoredText[]): Combination {
  const rows = texts.map(({ scores, wordCount }) => listTerms(scores, wordCount));
  const size = rows[0].length;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => ridge * weight);
    const hessian = weights.map((_, row) => weights.map((_, column) => (row === column ? ridge : 0)));
    rows.forEach((row, index) => {
      const probability = toProbability(row.reduce((sum, term, at) => sum + term * weights[at], 0));
      const error = probability - (texts[index].positive ? 1 : 0);
      for (let a = 0; a < size; a++) {
        gradient[a] += error * row[a];
        for (let b = 0; b < size; b++) hessian[a][b] += probability * (1 - probability) * row[a] * row[b];
      }
    });
    const change = solve(hessian, gradient);
    weights = weights.map((weight, index) => weight - change[index]);
  }
  return weights;
}

/** Gauss–Jordan elimination of a positive definite system; both arguments are used up. */
function solve(matrix: number[][], values: number[]): number[] {
  for (let pivot = 0; pivot < values.length; pivot++) {
    for (let row = 0; row < values.length; row++) {
      if (row === pivot) continue;
      const factor = matrix[row][pivot] / matrix[pivot][pivot];
      for (let column = pivot; column < values.length; column++) matrix[row][column] -= factor * matrix[pivot][column];
      values[row] -= factor * values[pivot];
    }
  }
  return values.map((value, row) => value / matrix[row][row]);
}
