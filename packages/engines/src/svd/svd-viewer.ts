// What a fitted SVD thinks of one viewer: his bias and factors folded in, his predicted stars, and where they come from.
import type { EngineProfile } from "../engine.types.ts";
import { type FoldInSystem, foldInSystem, type ItemFactors, type RidgeRegularization, solve } from "./ridge-fold-in.ts";

export interface SvdItems {
  readonly globalMean: number;
  /** Stars above or below the global mean, one per item. */
  readonly biases: Float32Array;
  readonly factors: ItemFactors;
  readonly regularization: RidgeRegularization;
}

/** A viewer folded in. */
export interface SvdViewer {
  readonly items: Int32Array;
  /** Stars of each rating beyond what everyone gives its item: r − μ − b_i. */
  readonly residuals: Float64Array;
  readonly system: FoldInSystem;
  /** The viewer's bias, then his factors. Zeros for an empty profile. */
  readonly solution: Float64Array;
}

export function foldInViewer({ items, stars }: EngineProfile, model: SvdItems): SvdViewer {
  const residuals = Float64Array.from(items, (item, row) => stars[row] - model.globalMean - model.biases[item]);
  const system = foldInSystem(items, model.factors, model.regularization);
  const { factorCount, values } = model.factors;
  const right = new Float64Array(factorCount + 1);
  for (let row = 0; row < items.length; row++) {
    const start = items[row] * factorCount;
    right[0] += residuals[row];
    for (let factor = 0; factor < factorCount; factor++) right[factor + 1] += residuals[row] * values[start + factor];
  }
  return { items, residuals, system, solution: solve(system, right) };
}

/** μ + b_i + b_v + p_v·q_i for each item asked, unbounded stars. */
export function predictedStars({ solution }: SvdViewer, items: Int32Array, model: SvdItems): Float32Array {
  const { globalMean, biases, factors } = model;
  const stars = new Float32Array(items.length);
  for (let row = 0; row < items.length; row++) {
    stars[row] = globalMean + biases[items[row]] + affinity(solution, factors, items[row]);
  }
  return stars;
}

/**
 * What each rating of the profile adds to the predicted stars of an item, in the profile's order. Exact, since the ridge
 * solution is linear in the residuals: with x = [1, q], contribution_j = (xᵢᵀ A⁻¹ x_j) · residual_j.
 */
export function starContributions(viewer: SvdViewer, item: number, { factors }: SvdItems): Float64Array {
  const { factorCount, values } = factors;
  const asked = Float64Array.of(1, ...values.subarray(item * factorCount, (item + 1) * factorCount));
  const weights = solve(viewer.system, asked);
  return viewer.residuals.map((residual, row) => residual * affinity(weights, factors, viewer.items[row]));
}

/** [1, q_i] · vector */
function affinity(vector: Float64Array, { factorCount, values }: ItemFactors, item: number): number {
  const start = item * factorCount;
  let sum = vector[0];
  for (let factor = 0; factor < factorCount; factor++) sum += vector[factor + 1] * values[start + factor];
  return sum;
}
