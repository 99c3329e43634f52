export { type BayesianAverageHyperparameters, bayesianAverageEngine } from "./bayesian-average.engine.ts";
export {
  bayesianAverage,
  bayesianInterval,
  type CredibleInterval,
  derivePriorCount,
  type RatingPrior,
  type RatingTotals,
} from "./bayesian-average.ts";
export { type ContentEmbeddingHyperparameters, contentEmbeddingEngine } from "./content-embedding.engine.ts";
export { selectRows } from "./dataset-rows.ts";
export {
  type AddsItems,
  type Attribute,
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
} from "./engine.types.ts";
export { type ItemKnnHyperparameters, itemKnnEngine } from "./item-knn.engine.ts";
export { createRandom, type Random, shuffledIndexes } from "./random.ts";
export { countKeys, groupByItem, groupByUser, type RatingRows } from "./rating-rows.ts";
export { type AnyEngine, engines, getEngine } from "./registry.ts";
export { type SvdHyperparameters, svdEngine } from "./svd.engine.ts";
export { recommendItems, similarItems, topItems } from "./top-items.ts";
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
} from "./trending.ts";
