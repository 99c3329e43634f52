// All tables by their camelCase name; in SQL they are snake_case (CamelCasePlugin).
import type {
  GenresTable,
  ImportsTable,
  MovieGenresTable,
  MoviesTable,
  MovieTotalsTable,
  RatingPriorTable,
  SearchWordsTable,
} from "./catalog.tables.ts";
import type { ModelChunksTable, ModelsTable, MovieVectorsTable } from "./model.tables.ts";
import type { RatingsTable, ViewerMoviesTable, ViewersTable, VisitsTable } from "./viewer.tables.ts";

export interface Tables {
  movies: MoviesTable;
  genres: GenresTable;
  movieGenres: MovieGenresTable;
  movieTotals: MovieTotalsTable;
  ratingPrior: RatingPriorTable;
  imports: ImportsTable;
  searchWords: SearchWordsTable;
  viewers: ViewersTable;
  ratings: RatingsTable;
  dismissals: ViewerMoviesTable;
  watchlistEntries: ViewerMoviesTable;
  visits: VisitsTable;
  models: ModelsTable;
  modelChunks: ModelChunksTable;
  movieVectors384: MovieVectorsTable;
}
