import type { SourceMovie, SourceViewer } from "../dataset.types.ts";
import type { Findings } from "../readers/findings.ts";
import type { RatingsFormat } from "../readers/rating-chunks.ts";
import type { Reading } from "../readers/reading.ts";
import type { SourceFile } from "../source/source.types.ts";

/** A published arrangement of files. */
export interface Layout {
  /** As error messages name it. */
  readonly title: string;
  /** The files without which it is not complete; "*" stands for any part of a name. */
  readonly required: readonly string[];
  /** Files that are read where they exist; that of the ratings stands in `ratings`. */
  readonly optional: readonly string[];
  readonly ratings?: RatingsFormat;
  /** Tells its one required file under any other name: the ending, and of a csv file columns. */
  readonly alone?: { readonly ending: ".csv" | ".json"; readonly columns: readonly string[] };
  /** Fills in the films of other sources and, beside such, brings none of its own. */
  readonly supplement?: boolean;
  read(input: LayoutInput): Promise<LayoutContent>;
}

export interface LayoutInput {
  /** The files of the folder in which the layout was found, by name. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What folder and source are called, innermost first. */
  readonly folderNames: readonly string[];
  readonly reading: Reading;
  readonly findings: Findings;
}

export interface LayoutContent {
  readonly name: string;
  readonly terms: string;
  readonly movies: readonly SourceMovie[];
  /** Facts by the source's own viewer id. */
  readonly viewers?: ReadonlyMap<string, SourceViewer>;
  /** The movie ids of its ratings → index in `movies`; when not given, the movies' source keys. */
  readonly ratedMovies?: ReadonlyMap<number, number>;
  readonly reviews?: readonly ReadReview[];
}

/** A review whose film is known by its IMDb id alone. */
export interface ReadReview {
  readonly imdbId: string;
  readonly key: string;
  /** Stars × 2: 1 to 10. */
  readonly halfStars: number | null;
  readonly text: string;
}
