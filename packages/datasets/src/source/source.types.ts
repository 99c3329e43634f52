import type { Readable } from "node:stream";

/** A file inside a folder or zip. */
export interface SourceFile {
  /** Path inside the source, with forward slashes: "ml-latest-small/movies.csv". */
  readonly path: string;
  /** Uncompressed bytes. */
  readonly size: number;
  /** The uncompressed bytes; the stream fails with a DatasetError when they are damaged. */
  open(): Promise<Readable>;
}

/** A folder or a zip, read the same way. */
export interface Source {
  readonly path: string;
  readonly files: readonly SourceFile[];
  close(): void;
}
