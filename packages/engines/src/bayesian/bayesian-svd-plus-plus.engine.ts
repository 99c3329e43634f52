// The best predictor of stars: Bayesian factorization that knows who rated what, and what is known of both.
import { countKeys, groupByItem, groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset, Engine } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { type ChainHyperparameters, chainHyperparameters, fitBayesian, loadBayesian } from "./bayesian-model.ts";
import type { Likelihood } from "./gibbs-chain.ts";
import { attributeFeatures, type FeatureBlock, implicitFeatures, yearAttribute } from "./rating-features.ts";

const name = "bayesian-svd-plus-plus";

export type BayesianSvdPlusPlusHyperparameters = ChainHyperparameters & { likelihood: string };

const hyperparameters = {
  likelihood: {
    description: "How stars come about: normal noise, cut points on a latent scale, or the mean of a chain of each",
    choices: ["gaussian", "ordered-probit", "both"],
    default: "gaussian",
  },
  rank: { description: "Hidden dimensions (k)", minimum: 1, maximum: 128, default: 15, integer: true },
  ...chainHyperparameters,
} as const;

/** What is learned of items beside their raters, and of users beside their items. */
const itemKinds = ["genre"];
const userKinds = ["age", "sex", "occupation"];

/**
 * SVD++ with implicit sets of both sides, as a Bayesian factorization by Gibbs sampling (Rendle, Zhang and Koren, "On the
 * difficulty of evaluating baselines", 2019): score = μ + b_v + b_i + p_v·q_i, where the vector [b, p] of a viewer is
 *   own + Σ_{j rated} y_j/√n + vectors of his age, sex and occupation,
 * and that of an item likewise own + Σ_{u rated it} z_u/√n + Σ genres/√n + its year's bin. What the dataset does not tell
 * is absent. All vectors are normal, each kind with its own mean and precision per column, drawn as well.
 * Likelihoods: "gaussian", stars around the score with noise of each viewer's own precision; "ordered-probit", a normal
 * latent value that learned cut points turn into stars (Albert and Chib 1993), predicting Σ stars·p(stars); "both", the
 * mean of the two for twice the time.
 * Viewers, intervals, ranking score and similarity: as `bayesianMfEngine`; his set and attributes move the mean of the
 * viewer's prior. For ordered probit he is folded in by Newton's method, and the ranking score puts the latent score on
 * the stars' scale by a straight line.
 */
export const bayesianSvdPlusPlusEngine: Engine<BayesianSvdPlusPlusHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "findsSimilar", "explains"],
  hyperparameters,
  fit(given, options) {
    const { likelihood, ...settings } = resolveHyperparameters(hyperparameters, options.hyperparameters);
    const likelihoods = likelihood === "both" ? ["gaussian", "ordered-probit"] : [likelihood];
    return fitBayesian(given, options, (dataset) => ({
      ...{ name, settings, likelihoods: likelihoods as Likelihood[] },
      ...featureBlocks(dataset),
    }));
  },
  load: (bytes) => loadBayesian(name, bytes),
};

function featureBlocks(dataset: Dataset): { userBlocks: FeatureBlock[]; itemBlocks: FeatureBlock[] } {
  const byUser = groupByUser(dataset);
  const byItem = groupByItem(dataset);
  const { userAttributes = [], itemAttributes = [], itemYears } = dataset;
  const years = itemYears ? [yearAttribute(itemYears, countKeys(dataset.items, dataset.itemCount))] : [];
  const known = itemAttributes.filter(({ name }) => itemKinds.includes(name));
  return {
    userBlocks: [
      implicitFeatures(byUser, byItem),
      ...userAttributes.filter(({ name }) => userKinds.includes(name)).map(attributeFeatures),
    ],
    itemBlocks: [implicitFeatures(byItem, byUser), ...[...known, ...years].map(attributeFeatures)],
  };
}
