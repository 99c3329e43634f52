// What an import is given: films put together from one or more sources, and their ratings as streams.
import type { Treatment } from "./cleaning/treatment.types.ts";
import type { ReadFinding, SourceMovie } from "./dataset.types.ts";

/** A film put together from one or more sources. */
export interface CatalogMovie extends Omit<SourceMovie, "sourceKey"> {
  /** Its names in the sources: { "ml-latest-small": "1", "tmdb-5000": "862" }. */
  readonly keys: Readonly<Record<string, string>>;
  /** Which source each filled field came from: { overview: "wikipedia", … }. */
  readonly provenance: Readonly<Record<string, string>>;
}

/** A run of ratings as columns; entry i of each array is one rating. */
export interface RatingChunk {
  /** From 0. */
  readonly index: number;
  /** The source's own viewer numbers. */
  readonly viewers: Int32Array;
  /** Indexes into the catalog's movies. */
  readonly movies: Int32Array;
  /** Stars × 2: 1 to 10. */
  readonly halfStars: Uint8Array;
  /** Unix seconds. */
  readonly ratedAt: Float64Array;
  /** Share of the stream read after this chunk, 0 to 1. */
  readonly share: number;
  /** What was left out of this chunk. */
  readonly findings: readonly ReadFinding[];
}

/** Which chunks of a stream to read, and until when. */
export interface ChunkOptions {
  /** Number of the first chunk wanted; those before are passed over. 0 when not given. */
  readonly first?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One source's ratings, in chunks that are the same each time they are read: an import that was broken off goes on behind those it has. */
export interface RatingStream {
  /** Namespace of the viewers' numbers: "ml-25m". */
  readonly source: string;
  /** Identity of the ratings read; an import that goes on must see the same. */
  readonly fingerprint: string;
  /**
   * In order, from the wanted chunk on. About 500,000 ratings each; second ratings of a film by a viewer are among them.
   * @throws DatasetError when the ratings cannot be used; the signal's reason when it was aborted
   */
  chunks(options?: ChunkOptions): AsyncIterable<RatingChunk>;
}

/** What somebody wrote about a film. */
export interface SourceReview {
  /** Index into the catalog's movies. */
  readonly movie: number;
  /** "large-movie-review-dataset" */
  readonly source: string;
  /** Unique within the source. */
  readonly key: string;
  readonly author: string | null;
  /** Stars × 2: 1 to 10; null where none were given. */
  readonly halfStars: number | null;
  /** Plain text, paragraphs by empty lines. */
  readonly text: string;
  readonly writtenAt: Date | null;
}

/** What one source contributed. */
export interface CatalogSource {
  readonly name: string;
  readonly fingerprint: string;
  /** The terms of use in one line. */
  readonly terms: string;
  readonly movieCount: number;
  /** How many of its films another source, named before it, has too. */
  readonly matched: number;
  /** How many it brought that no other has. */
  readonly added: number;
}

export interface Catalog {
  /** "ml-latest-small + wikipedia" */
  readonly name: string;
  /** SHA-256 (hex) over the sources' fingerprints. */
  readonly fingerprint: string;
  readonly sources: readonly CatalogSource[];
  readonly movies: readonly CatalogMovie[];
  readonly ratings: readonly RatingStream[];
  readonly reviews: readonly SourceReview[];
  readonly findings: readonly ReadFinding[];
  /** What was done about outliers and missing values. */
  readonly treatments: readonly Treatment[];
}
