// What fitted item factors say of one viewer: his bias and factors folded in, his predicted stars, and where they come from.
import type { EngineProfile } from "../engine.types.ts";
import { type FactoredSystem, solve } from "../model/cholesky.ts";
import { addRow, affinity, foldInSystem, type ItemFactors, type RidgeRegularization } from "./ridge-fold-in.ts";

export interface RidgeItems {
  readonly globalMean: number;
  /** Stars above or below the global mean, one per item. */
  readonly biases: Float32Array;
  readonly factors: ItemFactors;
  /** y of SVD++, of the same shape: what having rated an item says of a viewer, whatever the stars. */
  readonly implicitFactors?: Float32Array;
  readonly regularization: RidgeRegularization;
}

/** A viewer folded in. */
export interface RidgeViewer {
  readonly items: Int32Array;
  /** Stars of each rating beyond what everyone gives its item: r − μ − b_i. */
  readonly residuals: Float64Array;
  readonly system: FactoredSystem;
  /** The viewer's bias, then his factors p, in SVD++ p + Σ y_j/√n. Zeros for an empty profile. */
  readonly solution: Float64Array;
}

/** Ridge regression of the residuals on [1, q], in SVD++ of what Σ y_j/√n leaves of them. */
export function foldInViewer({ items, stars }: EngineProfile, model: RidgeItems): RidgeViewer {
  const { globalMean, biases, factors, regularization } = model;
  const residuals = Float64Array.from(items, (item, row) => stars[row] - globalMean - biases[item]);
  const system = foldInSystem(items, factors, regularization);
  const taste = implicitTaste(items, model);
  const right = new Float64Array(factors.factorCount + 1);
  for (let row = 0; row < items.length; row++) {
    addRow(right, residuals[row] - affinity(taste, factors, items[row]), factors, items[row]);
  }
  const solution = solve(system, right);
  taste.forEach((value, index) => {
    solution[index] += value;
  });
  return { items, residuals, system, solution };
}

/** μ + b_i + b_v + p_v·q_i for each item asked, unbounded stars. */
export function predictedStars({ solution }: RidgeViewer, items: Int32Array, model: RidgeItems): Float32Array {
  const { globalMean, biases, factors } = model;
  const stars = new Float32Array(items.length);
  for (let row = 0; row < items.length; row++) {
    stars[row] = globalMean + biases[items[row]] + affinity(solution, factors, items[row]);
  }
  return stars;
}

/**
 * What each rating of the profile adds to the predicted stars of an item, in the profile's order. Exact, since the ridge
 * solution is linear in the residuals: with x = [1, q] and w_j = xᵢᵀ A⁻¹ x_j, rating j adds w_j · residual_j, and in SVD++
 * its y_j/√n times what it changes: q_i directly, less Σ w_l·q_l by what it takes off the residuals.
 */
export function starContributions(viewer: RidgeViewer, item: number, model: RidgeItems): Float64Array {
  const { factors, implicitFactors } = model;
  const { items, residuals, system } = viewer;
  const asked = new Float64Array(factors.factorCount + 1);
  addRow(asked, 1, factors, item);
  const solved = solve(system, asked.slice());
  const weights = Float64Array.from(items, (rated) => affinity(solved, factors, rated));
  const contributions = weights.map((weight, row) => weight * residuals[row]);
  if (!implicitFactors) return contributions;
  weights.forEach((weight, row) => {
    addRow(asked, -weight, factors, items[row]);
  });
  // y has no part in the bias
  asked[0] = 0;
  const implicit = { ...factors, values: implicitFactors };
  return contributions.map((value, row) => value + affinity(asked, implicit, items[row]) / Math.sqrt(items.length));
}

/** [0, Σ y_j/√n] over the profile; zeros without y or ratings. */
function implicitTaste(items: Int32Array, { factors, implicitFactors }: RidgeItems): Float64Array {
  const taste = new Float64Array(factors.factorCount + 1);
  if (!implicitFactors) return taste;
  const implicit = { ...factors, values: implicitFactors };
  for (const item of items) addRow(taste, 1 / Math.sqrt(items.length), implicit, item);
  taste[0] = 0;
  return taste;
}
