// Matrix factorization with all of its uncertainty.
import type { Engine } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { type ChainHyperparameters, chainHyperparameters, fitBayesian, loadBayesian } from "./bayesian-model.ts";

const name = "bayesian-mf";

export type BayesianMfHyperparameters = ChainHyperparameters;

const hyperparameters = {
  rank: { description: "Hidden dimensions (k)", minimum: 1, maximum: 128, default: 15, integer: true },
  ...chainHyperparameters,
} as const;

/**
 * Bayesian probabilistic matrix factorization by Gibbs sampling (Salakhutdinov and Mnih 2008): stars are normal around
 * μ + b_v + b_i + p_v·q_i, with a precision α·γ_v of each viewer's own; biases and factors are normal with means and
 * precisions per column that are drawn as well. A model keeps draws of what concerns items. In each a viewer is folded in:
 * given the items his bias and factors are normal, with mean and covariance in closed form. Predictions are means over the
 * draws, in stars, and their intervals hold the spread between draws, that of the viewer within each, and the noise.
 * Ranking score: predicted stars, unclipped, + w·log10(1 + ratings of the item). Similarity: the cosine of two items'
 * factors over all draws together, so that factors that are mere chance cancel out.
 */
export const bayesianMfEngine: Engine<BayesianMfHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "findsSimilar", "explains"],
  hyperparameters,
  fit(dataset, options) {
    const settings = resolveHyperparameters(hyperparameters, options.hyperparameters);
    return fitBayesian(dataset, options, () => ({
      ...{ name, settings, likelihoods: ["gaussian"], userBlocks: [], itemBlocks: [] },
    }));
  },
  load: (bytes) => loadBayesian(name, bytes),
};
