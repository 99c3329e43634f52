// What every source is read into: typed rows, ready for the importer.

/** A genre as the catalog knows it: slug "science-fiction", name "Science Fiction". */
export interface Genre {
  readonly slug: string;
  readonly name: string;
}

/** A leading part. */
export interface CastMember {
  readonly name: string;
  /** Null where the source does not tell. */
  readonly character: string | null;
}

/** What a film is about, as far as 0 to 1; a source that only lists themes gives each 1. */
export interface Theme {
  readonly name: string;
  readonly relevance: number;
}

export interface SourceMovie {
  /** The source's own id ("1" in MovieLens, "seven-samurai-1954" in the sampler). Unique within the source. */
  readonly sourceKey: string;
  /** As shown: articles in front ("The Matrix"), without the year. */
  readonly title: string;
  readonly originalTitle: string | null;
  /** Further titles it is known by ("a.k.a." in MovieLens). */
  readonly otherTitles?: readonly string[];
  readonly year: number | null;
  /** Further years it may be dated to. */
  readonly otherYears?: readonly number[];
  readonly genres: readonly Genre[];
  /** "tt0114709" */
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
  readonly overview: string | null;
  readonly runtimeMinutes: number | null;
  readonly directors: readonly string[];
  readonly writers: readonly string[];
  /** The leading parts first. */
  readonly cast: readonly CastMember[];
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  /** The most relevant first. */
  readonly themes: readonly Theme[];
  /** The article's name in the address: "Toy_Story". */
  readonly wikipediaPage: string | null;
  readonly thumbnail: { readonly url: string; readonly width: number; readonly height: number } | null;
  /** TMDB's path of the poster: "/uXDfjJbdP4ijW5hWSBrPrlKpxab.jpg". */
  readonly tmdbPosterPath?: string | null;
  /** How a site's own users voted, for catalogs without ratings; averages from 0 to 10. */
  readonly votes?: { readonly average: number; readonly count: number } | null;
}

/** What a source tells of one viewer; a fact it does not tell is absent. */
export interface SourceViewer {
  /** In years; of a bracket its lower end. */
  readonly age?: number;
  readonly sex?: "F" | "M";
  readonly occupation?: string;
}

/** Ratings as columns; entry i of each array is one rating. Viewer and movie are indexes into the catalog's lists. */
export interface SourceRatings {
  readonly viewers: Int32Array;
  readonly movies: Int32Array;
  /** Stars × 2: 1 to 10. */
  readonly halfStars: Uint8Array;
  /** Unix seconds. */
  readonly ratedAt: Float64Array;
}

/** One rule's count of what was left out or mended, with up to three examples ("ratings.csv line 17: …"). */
export interface ReadFinding {
  readonly rule: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface SourceCatalog {
  /** "ml-latest-small", "ml-100k", "sampler" … as shown in the start table. */
  readonly name: string;
  /** SHA-256 (hex) over the content of all that was read; equal data, equal fingerprint. */
  readonly fingerprint: string;
  /** The terms of use in one line. */
  readonly terms: string;
  readonly movies: readonly SourceMovie[];
  /** The source's own viewer ids, in the order of the indexes that `ratings.viewers` uses. */
  readonly viewerKeys: readonly string[];
  /** Facts by the source's own viewer id; viewers of whom nothing is told are absent, as all are in most sources. */
  readonly viewers?: ReadonlyMap<string, SourceViewer>;
  readonly ratings: SourceRatings;
  readonly findings: readonly ReadFinding[];
}

/** How far a reading has come: what is being read, and the share of all bytes, 0 to 1. */
export interface ReadProgress {
  readonly step: string;
  readonly share: number;
}

/** Bad input: the message is one sentence that says what is wrong, where, and what to do. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
}
