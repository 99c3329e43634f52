export { type CatalogInfo, findCatalogInfo, wasImported } from "./catalog-info.ts";
export { type DownloadMiniLmOptions, downloadMiniLm } from "./embed/download-minilm.ts";
export { embedMovies } from "./embed/embed-movies.ts";
export { embedderEngine } from "./embed/embedder-engine.ts";
export { requireVectors } from "./embed/require-vectors.ts";
export { type SwitchOptions, switchEmbedder } from "./embed/switch-embedder.ts";
export type { ServiceState } from "./enrich/job/enricher.types.ts";
export {
  type Enrichment,
  type EnrichmentOptions,
  type ServiceProgress,
  startEnrichment,
} from "./enrich/start-enrichment.ts";
export { checkCatalog, importCatalog } from "./import/import-catalog.ts";
export { listStoredMovies } from "./import/stored-films.ts";
export type { CatalogSource } from "./pipeline/import.step.ts";
export { type PipelineOptions, type PipelineResult, runPipeline } from "./pipeline/run-pipeline.ts";
export { type StepName, stepNames } from "./pipeline/step.types.ts";
export { findModel } from "./registry/find-model.ts";
export { promoteModels, pruneModels, rollbackModel } from "./registry/promote-models.ts";
export type { DataReport, Quantile } from "./report/data-report.types.ts";
export { ensureDataReport } from "./report/refresh-report.ts";
export { type EngineExample, findWorkedExample, type WorkedExample } from "./report/worked-example.ts";
export { judgeReviews } from "./reviews/judge-reviews.ts";
export { toJudgedText } from "./reviews/judged-text.ts";
export { createViewerVectorKeeper, type ViewerVectorKeeper } from "./taste/keep-viewer-vectors.ts";
export { defaultEngines } from "./train/default-engines.ts";
export { type EnsureOptions, ensureModels } from "./train/ensure-models.ts";
export { type TrainOptions, trainModels } from "./train/train-models.ts";
export { checkData, refuseUnsound } from "./validate/check-data.ts";
export { WorkflowError } from "./workflow-error.ts";
export type { WorkflowOptions } from "./workflow-options.ts";
