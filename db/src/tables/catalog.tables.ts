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
  countries: string[];
  languages: string[];
  /** Which source each filled field came from. */
  provenance: Json<Record<string, string>>;
  /** How a site's own users voted: 0 to 10. */
  voteAverage: number | null;
  voteCount: number | null;
  tmdbPosterPath: string | null;
  /** tsvector of the normalized texts: title A, people B, genres and themes C, overview D. */
  search: ColumnType<string, string, string>;
  /** The normalized title without a leading English article and without spaces. */
  compactTitle: GeneratedAlways<string>;
  /** tsvector: of `search` the title A and the people B. */
  nameWords: GeneratedAlways<string>;
}

/** A film's names in the sources. */
export interface MovieKeysTable {
  source: string;
  key: string;
  movieId: number;
}

/** A person is a name: two of one name are one. */
export interface PeopleTable {
  id: GeneratedAlways<number>;
  /** The stable public key: the normalized name with hyphens. Never changes. */
  key: string;
  name: string;
  normalizedName: string;
}

export type CreditRole = "director" | "writer" | "cast";

export interface CreditsTable {
  movieId: number;
  role: CreditRole;
  /** From 1, without gaps, within movie and role. */
  position: number;
  personId: number;
  /** The name of the part. */
  character: string | null;
}

export interface MovieThemesTable {
  movieId: number;
  name: string;
  /** 0 to 1. */
  relevance: number;
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
  /** Stars, pulled towards the prior mean; without any rating `voteRating`. */
  bayesianRating: Generated<number>;
  /** Stars by the votes of other sites' users, pulled towards the mean of all votes; 0 without any. */
  voteRating: Generated<number>;
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

export interface DataReportsTable {
  importId: number;
  measuredAt: CreatedAt;
  /** As whoever measures it has it. */
  report: Json<unknown>;
}

/** One source's ratings on their way in, or come in. */
export interface RatingImportsTable {
  id: GeneratedAlways<number>;
  source: string;
  /** Of the ratings, and of the films they name. */
  fingerprint: string;
  state: Generated<"staging" | "staged" | "imported">;
  startedAt: CreatedAt;
  finishedAt: Date | null;
}

/** The chunks that are staged. */
export interface RatingChunksTable {
  importId: number;
  index: number;
  rows: number;
  rejected: number;
  findings: Json<{ rule: string; count: number; examples: string[] }[]>;
}
