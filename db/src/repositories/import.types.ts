// A whole catalog as the import repository takes it.

export interface ImportedMovie {
  /** Unique within the source. */
  readonly sourceKey: string;
  /** Wanted slug, unique within the import; a film of another source that has it already keeps it. */
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
  readonly directors: readonly string[];
  readonly castNames: readonly string[];
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly themes: readonly string[];
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

/** Ratings as columns; viewers and movies are indexes into the import's lists. Each pair at most once. */
export interface ImportedRatings {
  readonly viewers: Int32Array;
  readonly movies: Int32Array;
  /** Stars × 2: 1 to 10. */
  readonly halfStars: Uint8Array;
  /** Unix seconds. */
  readonly ratedAt: Float64Array;
}

export interface CatalogImport {
  /** As shown: "ml-latest-small". */
  readonly name: string;
  /** The namespace of `sourceKey`: "movielens", "sampler". */
  readonly sourceName: string;
  readonly fingerprint: string;
  readonly terms: string;
  readonly startedAt: Date;
  /** Stored as JSON. */
  readonly findings: unknown;
  readonly genres: readonly { readonly slug: string; readonly name: string }[];
  readonly movies: readonly ImportedMovie[];
  /** Globally unique: "ml-latest-small:17". */
  readonly viewerKeys: readonly string[];
  readonly ratings: ImportedRatings;
  /** How many ratings the prior of the stored averages weighs; its mean is that of all ratings. */
  readonly priorWeight: number;
}

export type ImportStage = "movies" | "viewers" | "ratings" | "totals";

export interface ImportOptions {
  /** `done` of `total` rows of the stage. */
  readonly onProgress?: ((stage: ImportStage, done: number, total: number) => void) | undefined;
  /** Aborting rolls back; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface ImportCounts {
  readonly importId: number;
  readonly movieCount: number;
  readonly viewerCount: number;
  readonly ratingCount: number;
}
