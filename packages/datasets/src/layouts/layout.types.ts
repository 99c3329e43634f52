import type { SourceMovie, SourceRatings } from "../dataset.types.ts";
import type { Findings } from "../readers/findings.ts";
import type { Reading } from "../readers/reading.ts";
import type { SourceFile } from "../source/source.types.ts";

/** A published arrangement of files. */
export interface Layout {
  /** As error messages name it. */
  readonly title: string;
  /** The files without which it is not complete. */
  readonly required: readonly string[];
  /** Files that are read where they exist. */
  readonly optional: readonly string[];
  read(input: LayoutInput): Promise<LayoutContent>;
}

export interface LayoutInput {
  /** The files of the folder in which the layout was found, by name without folders. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What folder and source are called, innermost first. */
  readonly folderNames: readonly string[];
  readonly reading: Reading;
  readonly findings: Findings;
}

interface LayoutContent {
  readonly name: string;
  readonly terms: string;
  readonly movies: readonly SourceMovie[];
  readonly viewerKeys: readonly string[];
  readonly ratings: SourceRatings;
}
