// What expectations look at: figures of all that is stored, or that an import would store.

export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** Figures of the films; an extent is null where no film has a value. */
export interface MovieFacts {
  readonly count: number;
  readonly years: Extent | null;
  /** In minutes. */
  readonly runtimes: Extent | null;
  /** 0 to 10. */
  readonly voteAverages: Extent | null;
  readonly themeRelevances: Extent | null;
  readonly withYear: number;
  readonly withGenres: number;
  readonly withOverview: number;
  readonly withoutTitle: number;
  /** Titles and overviews with the sign that stands for what could not be decoded. */
  readonly undecodable: number;
  /** Overviews of fewer than 40 characters. */
  readonly shortOverviews: number;
  /** Films whose overview another film has too. */
  readonly sharedOverviews: number;
  readonly malformedImdbIds: number;
  /** Films too many under one name in a source, slug or IMDb id. */
  readonly repeatedKeys: number;
  readonly repeatedSlugs: number;
  readonly repeatedImdbIds: number;
  /** Films that have title and year of another one. */
  readonly twins: number;
  /** Films that no source has a name for. */
  readonly withoutKey: number;
  /** Films rated before the year that precedes their own. */
  readonly ratedTooEarly: number;
  /** Films whose running totals are not those of their ratings; null where an import has yet to make them. */
  readonly wrongTotals: number | null;
}

export interface RatingFacts {
  readonly count: number;
  /** Ten counts: half a star to five stars. */
  readonly histogram: readonly number[];
  /** Stars × 2; null without ratings. */
  readonly halfStars: Extent | null;
  readonly viewerCount: number;
  /** How many ratings the most active viewer gave. */
  readonly largestViewer: number;
  /** Ratings of viewers who gave one and the same number of stars to over 100 films, and how many they are. */
  readonly constantRatings: number;
  readonly constantViewers: number;
  /** Second ratings of a film by a viewer. */
  readonly repeatedPairs: number;
  readonly ofUnknownMovies: number;
  readonly ofUnknownViewers: number;
  /** Of films with an overview, and with an overview and a cast. */
  readonly withOverview: number;
  readonly withOverviewAndCast: number;
  /** Unix milliseconds, of ratings whose time is known. */
  readonly times: Extent | null;
}

/** The ratings that came from one source. */
export interface SourceFacts {
  readonly source: string;
  readonly ratingCount: number;
  /** Unix milliseconds. */
  readonly newest: number;
}

export interface DataFacts {
  /** Unix milliseconds. */
  readonly measuredAt: number;
  readonly movies: MovieFacts;
  readonly ratings: RatingFacts;
  readonly sources: readonly SourceFacts[];
  /** Of the import before; null at the first. */
  readonly previous: { readonly movieCount: number; readonly histogram: readonly number[] } | null;
}
