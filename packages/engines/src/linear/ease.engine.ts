// Every film predicted from all others at once: a closed form.
import type { Engine } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { fitRidgeWeights, type RidgeHyperparameters, ridgeHyperparameters } from "./fit-ridge-weights.ts";
import { itemWeightsModel, loadItemWeights } from "./item-weights-model.ts";

const name = "ease";

/**
 * EASE (Steck, "Embarrassingly shallow autoencoders for sparse data", 2019): each item's ratings regressed on those of all
 * others, in closed form: B = −P / diag(P) with a zero diagonal, P the inverse of `ridgePrecision`, which damps active users
 * and popular items and takes genres as additional rows. Exponents, star and genre weight of 0 make it plain EASE.
 * Score of an item i: Σ_j x_j·s_j·B_ji / s_i over the viewer's ratings j, about 0 to 1; 1 is what a rated item has.
 * Having rated is the signal, graded by stars: x = 1 + starWeight·(stars − 3), at least 0, in training and for a viewer; a
 * viewer is his ratings, and needs no fold-in. Items that were not chosen score 0.
 */
export const easeEngine: Engine<RidgeHyperparameters> = {
  name,
  capabilities: ["recommends", "findsSimilar", "explains"],
  hyperparameters: ridgeHyperparameters,
  fit(dataset, options) {
    const settings = resolveHyperparameters<RidgeHyperparameters>(ridgeHyperparameters, options.hyperparameters);
    return itemWeightsModel(
      name,
      fitRidgeWeights(dataset, options, settings, (diagonal) => diagonal),
    );
  },
  load: (bytes) => loadItemWeights(name, bytes),
};
