// Every viewer predicted from all others at once, in a form that needs no viewers.
import type { Engine } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { fitRidgeWeights, type RidgeHyperparameters, ridgeHyperparameters } from "./fit-ridge-weights.ts";
import { itemWeightsModel, loadItemWeights } from "./item-weights-model.ts";

const name = "user-ease";

const hyperparameters = {
  ...ridgeHyperparameters,
  regularization: { ...ridgeHyperparameters.regularization, default: 500 },
  starWeight: { ...ridgeHyperparameters.starWeight, default: 0.2 },
};

/**
 * EASE on the viewers' side: a viewer's ratings z regressed on those of all others, in closed form: z·Zᵀ(ZZᵀ + λI)⁻¹Z with
 * Z as in `ridgePrecision`. It needs no viewers: by the push-through identity this is
 *   z·(ZᵀZ + λI)⁻¹ZᵀZ = z·(I − λP),
 * a ridge regression on the items' side whose diagonal is free. Nor is anything lost without the zero diagonal that leaves a
 * training viewer out of his own regression: leaving him out divides his scores of unrated items by 1 − h, his leverage h
 * being the same for all of them, so no order changes.
 * Score of an item i: −Σ_j x_j·s_j·λP_ji / s_i over the viewer's ratings j, about 0 to 1; 1 is what a rated item has.
 * Having rated is the signal, graded by stars: x = 1 + starWeight·(stars − 3), at least 0, in training and for a viewer; a
 * viewer is his ratings, and needs no fold-in. Items that were not chosen score 0.
 */
export const userEaseEngine: Engine<RidgeHyperparameters> = {
  name,
  capabilities: ["recommends", "findsSimilar", "explains"],
  hyperparameters,
  fit(dataset, options) {
    const settings = resolveHyperparameters<RidgeHyperparameters>(hyperparameters, options.hyperparameters);
    return itemWeightsModel(
      name,
      fitRidgeWeights(dataset, options, settings, () => 1 / settings.regularization),
    );
  },
  load: (bytes) => loadItemWeights(name, bytes),
};
