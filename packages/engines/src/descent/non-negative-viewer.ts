// A viewer folded in to non-negative item factors: his bias is free, his factors are not below zero.
import type { EngineProfile } from "../engine.types.ts";
import { type FactoredSystem, factorize, solve } from "../model/cholesky.ts";
import { addRow, affinity, penalizedGram } from "./ridge-fold-in.ts";
import type { RidgeItems, RidgeViewer } from "./ridge-viewer.ts";

/** A slope this small ends the search: stars change by far less than float32 can say. */
const tolerance = 1e-9;

export interface NonNegativeViewer extends RidgeViewer {
  /** Places in the solution that are free: 0, the bias, and the factors above zero. `system` is over them alone. */
  readonly free: Int32Array;
}

/**
 * The minimum of Σ(residual − x·[1, q])² + xᵀΛx with x₁ … x_k ≥ 0, by the active set method (Lawson and Hanson 1974): lets
 * the factor with the steepest slope go free, solves the ridge regression on the free ones, and puts back to zero what it
 * makes negative. The minimum is the ridge solution on its free places, hence linear in the residuals as long as they stay.
 */
export function foldInNonNegative({ items, stars }: EngineProfile, model: RidgeItems): NonNegativeViewer {
  const { globalMean, biases, factors, regularization } = model;
  const size = factors.factorCount + 1;
  const residuals = Float64Array.from(items, (item, row) => stars[row] - globalMean - biases[item]);
  const matrix = penalizedGram(items, factors, regularization);
  const entry = (row: number, column: number) => matrix[Math.max(row, column) * size + Math.min(row, column)];
  const right = new Float64Array(size);
  items.forEach((item, row) => {
    addRow(right, residuals[row], factors, item);
  });

  let free = Int32Array.of(0);
  let system = subsystem(free, entry);
  let solution = solveFree(system, free, right, size);
  // each round frees a factor for good but for rounding, so that twice their number is plenty
  for (let round = 0; round < 2 * size; round++) {
    const next = steepest(right, solution, free, entry);
    if (next < 0) break;
    free = Int32Array.of(...free, next);
    for (;;) {
      system = subsystem(free, entry);
      const target = solveFree(system, free, right, size);
      const negative = free.filter((place) => place > 0 && target[place] <= 0);
      if (negative.length === 0) {
        solution = target;
        break;
      }
      // as far toward the target as no factor falls below zero
      const share = Math.min(...negative.map((place) => solution[place] / (solution[place] - target[place] || 1)));
      solution = solution.map((value, place) => value + share * (target[place] - value));
      free = free.filter((place) => place === 0 || target[place] > 0 || solution[place] > 1e-12);
    }
  }
  return { items, residuals, system, free, solution };
}

/** As `starContributions`, on the free places. */
export function nonNegativeContributions(
  { items, residuals, system, free }: NonNegativeViewer,
  item: number,
  { factors }: RidgeItems,
): Float64Array {
  const asked = new Float64Array(factors.factorCount + 1);
  addRow(asked, 1, factors, item);
  const weights = solveFree(system, free, asked, asked.length);
  return residuals.map((residual, row) => residual * affinity(weights, factors, items[row]));
}

/** The place whose factor would lower the error fastest by rising from zero; −1 where none would. */
function steepest(
  right: Float64Array,
  solution: Float64Array,
  free: Int32Array,
  entry: (row: number, column: number) => number,
): number {
  let best = -1;
  let bestSlope = tolerance;
  for (let place = 1; place < right.length; place++) {
    if (free.includes(place)) continue;
    let slope = right[place];
    for (const other of free) slope -= entry(place, other) * solution[other];
    if (slope > bestSlope) [best, bestSlope] = [place, slope];
  }
  return best;
}

function subsystem(free: Int32Array, entry: (row: number, column: number) => number): FactoredSystem {
  const size = free.length;
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) lower[row * size + column] = entry(free[row], free[column]);
  }
  return factorize(lower, size);
}

/** Solves for the free places; the others are zero. */
function solveFree(system: FactoredSystem, free: Int32Array, right: Float64Array, size: number): Float64Array {
  const solved = solve(
    system,
    Float64Array.from(free, (place) => right[place]),
  );
  const solution = new Float64Array(size);
  free.forEach((place, index) => {
    solution[place] = solved[index];
  });
  return solution;
}
