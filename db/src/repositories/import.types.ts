// A whole catalog as the import repository takes it: films in one piece, ratings as streams.

import type { Kysely } from "kysely";
import type { CreditRole } from "../tables/catalog.tables.ts";
import type { Tables } from "../tables/tables.ts";
import type { CatalogReview } from "./review.types.ts";

export interface ImportedCredit {
  readonly name: string;
  /** What people are known by, normalized like the texts below: two of one name are one person. */
  readonly normalizedName: string;
  readonly role: CreditRole;
  /** Of the cast, where it is known. */
  readonly character: string | null;
}

export interface ImportedTheme {
  readonly name: string;
  /** 0 to 1. */
  readonly relevance: number;
}

export interface ImportedMovie {
  /** The stored film it is, where the caller knows; else it is recognized by its keys, its IMDb id or its TMDB id. */
  readonly movieId: number | null;
  /** Its names in the sources, by source: { "ml-latest-small": "1" }. A name is used once in an import. */
  readonly keys: Readonly<Record<string, string>>;
  /** Which source each filled field came from: { overview: "wikipedia" }. */
  readonly provenance: Readonly<Record<string, string>>;
  /** Wanted slug, unique within the import; a stored film that has it already keeps it. */
  readonly slug: string;
  readonly title: string;
  readonly originalTitle: string | null;
  readonly year: number | null;
  readonly overview: string | null;
  readonly runtimeMinutes: number | null;
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
  readonly wikipediaPage: string | null;
  readonly thumbnail: { readonly url: string; readonly width: number; readonly height: number } | null;
  readonly tmdbPosterPath: string | null;
  /** How a site's own users voted: average from 0 to 10. */
  readonly votes: { readonly average: number; readonly count: number } | null;
  /** In order within each role, leads first. */
  readonly credits: readonly ImportedCredit[];
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly themes: readonly ImportedTheme[];
  /** Slugs of the import's genres. */
  readonly genres: readonly string[];
  /** For search and sorting; all normalized: lower case, no accents, words separated by single spaces. */
  readonly normalized: {
    readonly title: string;
    /** Other titles, found with the title's weight. */
    readonly originalTitle: string;
    readonly people: string;
    /** Genres and themes. */
    readonly themes: string;
    readonly overview: string;
  };
}

/** One rule's count of what was left out or mended, with some examples. */
export interface ImportFinding {
  readonly rule: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** A run of ratings as columns; entry i of each array is one rating. */
export interface ImportedRatingChunk {
  /** From 0. */
  readonly index: number;
  /** The source's own viewer numbers. */
  readonly viewers: Int32Array;
  /** Indexes into the import's movies. */
  readonly movies: Int32Array;
  /** Stars × 2: 1 to 10. */
  readonly halfStars: Uint8Array;
  /** Unix seconds. */
  readonly ratedAt: Float64Array;
  /** Share of the stream read after this chunk, 0 to 1. */
  readonly share: number;
  readonly findings: readonly ImportFinding[];
}

/** One source's ratings, in chunks that are the same each time they are read. */
export interface ImportedRatingStream {
  /** Namespace of the viewers' numbers: viewer 17 of "ml-25m" is stored as "ml-25m:17". */
  readonly source: string;
  /** Equal for equal ratings: only then an import that was broken off goes on behind the chunks it has. */
  readonly fingerprint: string;
  /** In order, from chunk `first` on. */
  chunks(options: {
    readonly first: number;
    readonly signal?: AbortSignal | undefined;
  }): AsyncIterable<ImportedRatingChunk>;
}

export interface CatalogImport {
  /** As shown: "ml-latest-small + wikipedia". */
  readonly name: string;
  readonly fingerprint: string;
  readonly terms: string;
  readonly startedAt: Date;
  /** Stored as JSON, together with what the chunks of ratings report. */
  readonly findings: readonly ImportFinding[];
  readonly genres: readonly { readonly slug: string; readonly name: string }[];
  readonly movies: readonly ImportedMovie[];
  readonly ratings: readonly ImportedRatingStream[];
  readonly reviews: readonly CatalogReview[];
  /**
   * How many ratings the prior of the stored averages weighs, from how many each film has once all are in; its mean is
   * that of all ratings.
   */
  readonly derivePriorWeight: (ratingCounts: Int32Array) => number;
}

export type ImportStage = "staging" | "movies" | "ratings" | "totals";

export interface ImportOptions {
  /** `done` of `total` parts of the stage. */
  readonly onProgress?: ((stage: ImportStage, done: number, total: number) => void) | undefined;
  /** Aborting rolls back what is open and keeps what is staged; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Looks at the films and ratings as they will be, through the transaction it is given; throws to leave the database
   * as it was. Totals are still those of before.
   */
  readonly check?: ((transaction: Kysely<Tables>) => Promise<void>) | undefined;
}

export interface ImportCounts {
  readonly importId: number;
  readonly movieCount: number;
  /** Viewers and ratings that the import brought, known or new; second ratings of a film left out. */
  readonly viewerCount: number;
  readonly ratingCount: number;
}
