export { datasetOf } from "./dataset/dataset-of.ts";
export { type Fold, foldOf } from "./dataset/fold.ts";
export { foldOfTables } from "./dataset/fold-of-tables.ts";
export {
  type Evaluation,
  type EvaluationOptions,
  evaluateEngine,
  type FoldEvaluation,
  type Metrics,
  mainMetric,
  type Task,
} from "./measure/evaluate-engine.ts";
export type { JudgedEngine } from "./measure/judged-engine.ts";
export { getJudgedEngine, judgedEngines } from "./measure/judged-engines.ts";
export { measureRanking } from "./measure/measure-ranking.ts";
export { measureRatings } from "./measure/measure-ratings.ts";
export { type Difference, pairedBootstrap, type UserSums } from "./metrics/paired-bootstrap.ts";
export { type Protocol, type ProtocolName, protocols } from "./protocols/protocols.ts";
export { stratifiedSplit } from "./splits/random-splits.ts";
export type { Split } from "./splits/split.types.ts";
export { type ParzenTrial, proposeHyperparameters } from "./tuning/parzen-search.ts";
