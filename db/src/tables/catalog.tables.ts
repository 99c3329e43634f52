// Films, their genres and where they came from.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { CreatedAt, Json } from "./column-types.ts";

export interface MoviesTable {
  id: GeneratedAlways<number>;
  /** The stable public key: the IMDb id when it was known at insertion, else the slug. Never changes. */
  key: string;
  slug: string;
  title: string;
  originalTitle: string | null;
  normalizedTitle: string;
  year: number | null;
  overview: string | null;
  runtimeMinutes: number | null;
  imdbId: string | null;
  tmdbId: number | null;
  wikipediaPage: string | null;
  thumbnailUrl: string | null;
  thumbnailWidth: number | null;
  thumbnailHeight: number | null;
  directors: string[];
  castNames: string[];
  countries: string[];
  languages: string[];
  themes: string[];
  sourceName: string;
  sourceKey: string;
  /** tsvector of the normalized texts: title A, people B, genres and themes C, overview D. */
  search: ColumnType<string, string, string>;
  /** The normalized title without a leading English article and without spaces. */
  compactTitle: GeneratedAlways<string>;
  /** tsvector: of `search` the title A and the people B. */
  nameWords: GeneratedAlways<string>;
}

/** Every word of `movies.search`; made anew by each import. */
export interface SearchWordsTable {
  word: string;
  /** ln(1 + all movies / movies with the word). */
  rarity: number;
  /** Some title or person has it. */
  isName: boolean;
}

export interface GenresTable {
  id: GeneratedAlways<number>;
  slug: string;
  name: string;
}

export interface MovieGenresTable {
  movieId: number;
  genreId: number;
}

/** One row per movie, kept in step with `ratings` by every write. */
export interface MovieTotalsTable {
  movieId: number;
  ratingCount: Generated<number>;
  halfStarSum: Generated<number>;
  /** Ten counts: half a star to five stars. */
  histogram: Generated<number[]>;
  /** Stars, pulled towards the prior mean; 0 without any rating. */
  bayesianRating: Generated<number>;
}

/** The single row that `bayesianRating` is computed with. */
export interface RatingPriorTable {
  id: Generated<boolean>;
  /** Stars. */
  mean: number;
  /** How many ratings the prior weighs. */
  weight: number;
}

export interface ImportsTable {
  id: GeneratedAlways<number>;
  name: string;
  fingerprint: string;
  terms: string;
  startedAt: Date;
  finishedAt: CreatedAt;
  movieCount: number;
  viewerCount: number;
  ratingCount: number;
  findings: Json<unknown>;
}
