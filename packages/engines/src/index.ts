export { type BayesianMfHyperparameters, bayesianMfEngine } from "./bayesian/bayesian-mf.engine.ts";
export {
  type BayesianSvdPlusPlusHyperparameters,
  bayesianSvdPlusPlusEngine,
} from "./bayesian/bayesian-svd-plus-plus.engine.ts";
export { type ContentAttributesHyperparameters, contentAttributesEngine } from "./content/content-attributes.engine.ts";
export { type ContentEmbeddingHyperparameters, contentEmbeddingEngine } from "./content/content-embedding.engine.ts";
export { type FilmFacts, filmAttributes } from "./content/film-attributes.ts";
export { type TextVectors, tasteVector } from "./content/taste-vector.ts";
export { tokenize } from "./content/tokenize.ts";
export { buildAttribute, termsOfRow } from "./dataset/attributes.ts";
export { canFit } from "./dataset/can-fit.ts";
export { selectRows } from "./dataset/dataset-rows.ts";
export { createRandom, type Random, shuffledIndexes } from "./dataset/random.ts";
export { countKeys, groupByItem, groupByUser, type RatingRows } from "./dataset/rating-rows.ts";
export { trainingProfiles } from "./dataset/training-profiles.ts";
export { type SvdHyperparameters, svdEngine } from "./descent/svd.engine.ts";
export {
  type AddsItems,
  type Attribute,
  type Capability,
  type Dataset,
  type Engine,
  EngineInputError,
  type EngineName,
  type EngineProfile,
  type Explains,
  type Explanation,
  type FindsSimilar,
  type FitOptions,
  type HyperparameterChoice,
  type HyperparameterRange,
  type HyperparameterRule,
  type HyperparameterValue,
  type ItemFactorTable,
  type ItemVectors,
  type Model,
  type NewItem,
  type Predictions,
  type Predicts,
  type Recommends,
  type ScoredItems,
  type TopOptions,
  type TrainingEpoch,
  type VoteTotals,
} from "./engine.types.ts";
export { resolveHyperparameters } from "./model/hyperparameters.ts";
export { recommendItems, similarItems, topItems } from "./model/top-items.ts";
export { type ItemKnnHyperparameters, itemKnnEngine } from "./neighbors/item-knn.engine.ts";
export { type AnyEngine, engines, getEngine } from "./registry.ts";
export { type BayesianAverageHyperparameters, bayesianAverageEngine } from "./statistical/bayesian-average.engine.ts";
export {
  bayesianAverage,
  bayesianInterval,
  type CredibleInterval,
  derivePriorCount,
  type RatingPrior,
  type RatingTotals,
} from "./statistical/bayesian-average.ts";
export {
  chooseWindow,
  rankTrending,
  type TrendingItem,
  type TrendingWindow,
  trendingWindows,
  type WindowActivity,
  type WindowTotals,
  windowDays,
  windowPrior,
} from "./statistical/trending.ts";
