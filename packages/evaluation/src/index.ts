export { datasetOf } from "./dataset/dataset-of.ts";
export {
  evaluateRanking,
  measureRanking,
  type RankingEvaluationOptions,
  type RankingMetrics,
} from "./evaluate-ranking.ts";
export {
  evaluateRatings,
  measureRatings,
  type RatingEvaluation,
  type RatingEvaluationOptions,
  type RatingMetrics,
} from "./evaluate-ratings.ts";
export { averagePrecisionAt, ndcgAt, precisionAt, recallAt } from "./ranking-metrics.ts";
export { coverage, mae, rmse } from "./rating-metrics.ts";
export { type KFoldOptions, kFoldSplits, type Split, type StratifiedOptions, stratifiedSplit } from "./splits.ts";
