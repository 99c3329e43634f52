// What a fitted SVD thinks of one viewer: his bias and factors folded in, his predicted stars, and where they come from.
import type { EngineProfile } from "./engine.types.ts";
import { foldIn, foldInSystem, type ItemFactors, type RidgeRegularization, solve } from "./ridge-fold-in.ts";

export interface SvdItems {
  readonly globalMean: number;
  /** Stars above or below the global mean, one per item. */
  readonly biases: Float32Array;
  readonly factors: ItemFactors;
  readonly regularization: RidgeRegularization;
}

/** Stars beyond what everyone gives these items. */
function residualsOf({ items, stars }: EngineProfile, { globalMean, biases }: SvdItems): Float64Array {
  return Float64Array.from(items, (item, row) => stars[row] - globalMean - biases[item]);
}

/** μ + b_i + b_v + p_v·q_i for each item asked, unbounded stars. Zero factors and bias for an empty profile. */
export function predictedStars(profile: EngineProfile, items: Int32Array, model: SvdItems): Float32Array {
  const { globalMean, biases, factors } = model;
  const viewer = foldIn(profile.items, residualsOf(profile, model), factors, model.regularization);
  return Float32Array.from(items, (item) => {
    const start = item * factors.factorCount;
    let stars = globalMean + biases[item] + viewer[0];
    for (let factor = 0; factor < factors.factorCount; factor++) {
      stars += viewer[factor + 1] * factors.values[start + factor];
    }
    return stars;
  });
}

/**
 * What each rating of the profile adds to the predicted stars of an item, in the profile's order. Exact, since the ridge
 * solution is linear in the residuals: with x = [1, q], contribution_j = (xᵢᵀ A⁻¹ x_j) · residual_j.
 */
export function starContributions(profile: EngineProfile, item: number, model: SvdItems): Float64Array {
  const { factorCount, values } = model.factors;
  const system = foldInSystem(profile.items, model.factors, model.regularization);
  const asked = Float64Array.of(1, ...values.subarray(item * factorCount, (item + 1) * factorCount));
  const weights = solve(system, asked);
  return residualsOf(profile, model).map((residual, row) => {
    const start = profile.items[row] * factorCount;
    let influence = weights[0];
    for (let factor = 0; factor < factorCount; factor++) influence += weights[factor + 1] * values[start + factor];
    return influence * residual;
  });
}
