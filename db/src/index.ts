export { openDatabase } from "./database.ts";
export type { Database, DatabaseOptions, TransactionOptions } from "./database.types.ts";
export { DatabaseError, type DatabaseErrorCode } from "./database-error.ts";
export { linkAccounts } from "./link-accounts.ts";
export { migrate, resetDatabase } from "./migrate.ts";
export { createScratchDatabase } from "./postgres/scratch-database.ts";
export { catalogRepository, type Holdings, type ImportRow } from "./repositories/catalog.repository.ts";
export { type DataStatistics, dataReportRepository, type StoredReport } from "./repositories/data-report.repository.ts";
export {
  type ClaimedFilm,
  type EnrichmentProgress,
  enrichmentsRepository,
  type FetchResult,
  type MovieEnrichmentRow,
} from "./repositories/enrichments.repository.ts";
export { type FilmChanges, filmChangesRepository, type StoredFilm } from "./repositories/film-changes.repository.ts";
export { type GenreRow, genresRepository } from "./repositories/genres.repository.ts";
export { catalogChannel, importRepository } from "./repositories/import.repository.ts";
export type {
  CatalogImport,
  ImportCounts,
  ImportedCredit,
  ImportedMovie,
  ImportedRatingChunk,
  ImportedRatingStream,
  ImportFinding,
  ImportOptions,
  ImportStage,
} from "./repositories/import.types.ts";
export { type ItemFactors, itemFactorsRepository } from "./repositories/item-factors.repository.ts";
export { type CountFrequency, sparsityGroups } from "./repositories/measure-ratings.ts";
export type { ModelRow, NewModel, Rollback } from "./repositories/model.types.ts";
export { modelsChannel } from "./repositories/model-promotions.ts";
export { modelsRepository } from "./repositories/models.repository.ts";
export type { MovieRow } from "./repositories/movie-columns.ts";
export type { MovieFilter } from "./repositories/movie-filter.ts";
export type { MoviePage, MoviePageRequest, MovieSort } from "./repositories/movie-page.ts";
export {
  type MovieFeatures,
  type MovieGenre,
  type MovieTheme,
  moviesRepository,
} from "./repositories/movies.repository.ts";
export { type Like, neighborsRepository, type SharedLikes } from "./repositories/neighbors.repository.ts";
export { onboardingRepository } from "./repositories/onboarding.repository.ts";
export {
  type CreditRange,
  type CreditRow,
  type PersonPageRequest,
  type PersonRow,
  peopleRepository,
} from "./repositories/people.repository.ts";
export {
  type NewPipelineRun,
  type NewPipelineStep,
  type PipelineRunRow,
  type PipelineStepRow,
  pipelinesRepository,
} from "./repositories/pipelines.repository.ts";
export {
  type RatingPage,
  type RatingPosition,
  type RatingRow,
  ratingsRepository,
} from "./repositories/ratings.repository.ts";
export type {
  CatalogReview,
  ImportedReview,
  JudgedText,
  ReviewImportCounts,
  ReviewPage,
  ReviewPageRequest,
  ReviewRow,
  ReviewSummaryRow,
} from "./repositories/review.types.ts";
export { reviewsRepository } from "./repositories/reviews.repository.ts";
export {
  type KeywordScoredMovie,
  type KeywordSearch,
  type ScoredMovie,
  type SemanticSearch,
  searchRepository,
} from "./repositories/search.repository.ts";
export type { KeywordMatch } from "./repositories/search-keyword.ts";
export type { StoredMovie } from "./repositories/stored-movies.ts";
export {
  type MovieTotals,
  type RatingPrior,
  type RatingWindow,
  totalsRepository,
  type WindowTotals,
} from "./repositories/totals.repository.ts";
export {
  type DataFingerprints,
  type MovieText,
  type RatingColumns,
  trainingDataRepository,
} from "./repositories/training-data.repository.ts";
export {
  type CurvePoint,
  type NewTrainingRun,
  type TrainingRunRow,
  trainingRunsRepository,
} from "./repositories/training-runs.repository.ts";
export { type MovieVectors, vectorDimensions, vectorsRepository } from "./repositories/vectors.repository.ts";
export {
  type NearestRequest,
  type NearViewer,
  type ViewerVector,
  viewerVectorsRepository,
} from "./repositories/viewer-vectors.repository.ts";
export type { MakeVector, ViewerRatingColumns } from "./repositories/viewer-vectors-page.ts";
export { type ViewerRow, viewersRepository } from "./repositories/viewers.repository.ts";
export { visitsRepository } from "./repositories/visits.repository.ts";
export { renderRepositorySql } from "./sql-files/render-repository-sql.ts";
export type { CreditRole } from "./tables/catalog.tables.ts";
export type { EnrichmentServiceName } from "./tables/enrichment.tables.ts";
export type { ModelStatus } from "./tables/model.tables.ts";
export type { RunStatus, StepStatus } from "./tables/run.tables.ts";
export type { Tables } from "./tables/tables.ts";
export type { Era } from "./tables/viewer.tables.ts";
