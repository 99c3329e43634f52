// What the data looks like: stored as JSON after each import, shown by the API and by `npm run report`.

import type { ExpectationResult, Treatment } from "@matinee/datasets";

export interface Quantile {
  /** 0 to 1. */
  readonly quantile: number;
  readonly value: number;
}

export interface DataReport {
  readonly movieCount: number;
  /** Those who have rated. */
  readonly viewerCount: number;
  readonly ratingCount: number;
  /** Share of all pairs of a viewer and a film that are rated, 0 to 1. */
  readonly density: number;
  readonly ratingsPerViewer: readonly Quantile[];
  /** Of all films, also those without a rating. */
  readonly ratingsPerMovie: readonly Quantile[];
  /** Ten: half a star to five stars. */
  readonly ratingHistogram: readonly { readonly stars: number; readonly count: number }[];
  readonly meanStars: number | null;
  readonly ratingsByYear: readonly { readonly year: number; readonly count: number; readonly meanStars: number }[];
  readonly ratingsByMonth: readonly {
    /** "2026-11" */
    readonly month: string;
    readonly count: number;
    readonly meanStars: number;
    readonly viewerCount: number;
  }[];
  /** Share of the ratings that the most rated share of the films has. */
  readonly longTail: readonly { readonly movieShare: number; readonly ratingShare: number }[];
  /** Gini coefficient of ratings over films: 0 all alike, 1 all for one film. */
  readonly gini: number;
  /** Shares of those of whom little is known, 0 to 1. */
  readonly coldStart: {
    readonly moviesWithoutRating: number;
    readonly moviesUnderFive: number;
    readonly viewersUnderFive: number;
    readonly viewersUnderTwenty: number;
  };
  readonly genres: readonly {
    readonly slug: string;
    readonly name: string;
    readonly movieCount: number;
    readonly ratingCount: number;
    readonly meanStars: number | null;
  }[];
  /** Phi coefficient of two genres over the films, −1 to 1; each pair once. */
  readonly genreCorrelations: readonly {
    readonly first: string;
    readonly second: string;
    readonly correlation: number;
  }[];
  readonly decades: readonly {
    readonly decade: number | null;
    readonly movieCount: number;
    readonly ratingCount: number;
    readonly meanStars: number | null;
  }[];
  /** Shares of films that have a field, and of ratings that are of such a film, 0 to 1. */
  readonly coverage: readonly { readonly field: string; readonly movieShare: number; readonly ratingShare: number }[];
  readonly provenance: readonly { readonly field: string; readonly source: string; readonly movieCount: number }[];
  /** Share of its pairs that each cell of viewer and film groups has ratings for; groups of equal size, busiest first. */
  readonly sparsity: {
    readonly groups: number;
    readonly cells: readonly { readonly viewerGroup: number; readonly movieGroup: number; readonly density: number }[];
  };
  readonly expectations: readonly ExpectationResult[];
  /** What the import did about outliers and missing values. */
  readonly treatments: readonly Treatment[];
}
