import type { SourceMovie, SourceRatings, SourceViewer } from "../dataset.types.ts";
import type { Findings } from "../readers/findings.ts";
import type { Reading } from "../readers/reading.ts";
import type { SourceFile } from "../source/source.types.ts";

/** A published arrangement of files. */
export interface Layout {
  /** As error messages name it. */
  readonly title: string;
  /** The files that hold its films, and the one that holds its ratings: without them it is not complete. */
  readonly films: readonly string[];
  readonly ratings: string;
  /** Files that are read where they exist. */
  readonly optional: readonly string[];
  readFilms(input: LayoutInput): Promise<FilmContent>;
  /** @param movieIndexes the source's movie id → index in the catalog */
  readRatings(input: LayoutInput, movieIndexes: ReadonlyMap<number, number>): Promise<RatingContent>;
}

export interface LayoutInput {
  /** The files of the folder in which the layout was found, by name without folders. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What folder and source are called, innermost first. */
  readonly folderNames: readonly string[];
  readonly reading: Reading;
  readonly findings: Findings;
}

export interface FilmContent {
  readonly name: string;
  readonly terms: string;
  readonly movies: readonly SourceMovie[];
  readonly viewers?: ReadonlyMap<string, SourceViewer>;
}

interface RatingContent {
  readonly viewerKeys: readonly string[];
  readonly ratings: SourceRatings;
}
