// All tables by their camelCase name; in SQL they are snake_case (CamelCasePlugin).
import type {
  CreditsTable,
  DataReportsTable,
  GenresTable,
  ImportsTable,
  MovieGenresTable,
  MovieKeysTable,
  MoviesTable,
  MovieThemesTable,
  MovieTotalsTable,
  PeopleTable,
  RatingChunksTable,
  RatingImportsTable,
  RatingPriorTable,
  SearchWordsTable,
} from "./catalog.tables.ts";
import type { EnrichmentFetchesTable, MovieEnrichmentsTable } from "./enrichment.tables.ts";
import type {
  ItemFactorsTable,
  ModelChunksTable,
  ModelPromotionsTable,
  ModelsTable,
  MovieVectorsTable,
  ViewerVectorsTable,
} from "./model.tables.ts";
import type { ReviewsTable } from "./review.tables.ts";
import type { PipelineRunsTable, PipelineStepsTable, RunCurvesTable, TrainingRunsTable } from "./run.tables.ts";
import type { RatingsTable, ViewerMoviesTable, ViewersTable, VisitsTable } from "./viewer.tables.ts";

export interface Tables {
  movies: MoviesTable;
  genres: GenresTable;
  movieGenres: MovieGenresTable;
  movieKeys: MovieKeysTable;
  movieThemes: MovieThemesTable;
  people: PeopleTable;
  credits: CreditsTable;
  movieTotals: MovieTotalsTable;
  ratingPrior: RatingPriorTable;
  imports: ImportsTable;
  dataReports: DataReportsTable;
  ratingImports: RatingImportsTable;
  ratingChunks: RatingChunksTable;
  searchWords: SearchWordsTable;
  viewers: ViewersTable;
  ratings: RatingsTable;
  dismissals: ViewerMoviesTable;
  watchlistEntries: ViewerMoviesTable;
  visits: VisitsTable;
  reviews: ReviewsTable;
  models: ModelsTable;
  modelChunks: ModelChunksTable;
  modelPromotions: ModelPromotionsTable;
  movieVectors384: MovieVectorsTable;
  viewerVectors384: ViewerVectorsTable;
  itemFactors: ItemFactorsTable;
  trainingRuns: TrainingRunsTable;
  runCurves: RunCurvesTable;
  pipelineRuns: PipelineRunsTable;
  pipelineSteps: PipelineStepsTable;
  movieEnrichments: MovieEnrichmentsTable;
  enrichmentFetches: EnrichmentFetchesTable;
}
