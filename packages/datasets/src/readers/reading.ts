import { createHash } from "node:crypto";
import { explained } from "../source/open-source.ts";
import { splitPath } from "../source/review-folders.ts";
import type { SourceFile } from "../source/source.types.ts";

/** One pass over several files: counts bytes for the progress, hashes contents, stops when asked to. */
export interface Reading {
  /** A file's bytes, through the meter. It counts into the fingerprint under its name inside the data set. */
  read(file: SourceFile): AsyncGenerator<Buffer>;
  /** SHA-256 over the names and hashes of all that was read, in the order of the names. */
  fingerprint(): string;
}

export interface ReadingOptions {
  /** Told of the bytes as they are read. */
  readonly onBytes?: ((step: string, bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export function createReading({ onBytes, signal }: ReadingOptions): Reading {
  const hashes = new Map<string, string>();
  return {
    async *read(file) {
      const { name } = splitPath(file.path);
      const hash = createHash("sha256");
      try {
        for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
          signal?.throwIfAborted();
          hash.update(chunk);
          yield chunk;
          onBytes?.(`Reading ${name}`, chunk.length);
        }
      } catch (error) {
        throw explained(error, file.path);
      }
      hashes.set(name, hash.digest("hex"));
    },
    fingerprint: () => {
      const all = createHash("sha256");
      for (const name of [...hashes.keys()].sort()) all.update(`${name} ${hashes.get(name)}\n`);
      return all.digest("hex");
    },
  };
}
