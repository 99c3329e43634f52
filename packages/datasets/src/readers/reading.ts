import { createHash } from "node:crypto";
import type { ReadProgress } from "../dataset.types.ts";
import { explained } from "../source/open-source.ts";
import type { SourceFile } from "../source/source.types.ts";

/** One pass over several files: counts bytes for the progress, hashes contents, stops when asked to. */
export interface Reading {
  /** A file's bytes, through the meter. Each file counts into the fingerprint under its name without folders. */
  read(file: SourceFile): AsyncGenerator<Buffer>;
  /** Counts bytes that were read elsewhere. */
  add(step: string, bytes: number): void;
  /** Adds a content that was hashed elsewhere. */
  addHash(name: string, hash: string): void;
  /** SHA-256 over the names and hashes of all that was read, in the order of the names. */
  fingerprint(): string;
}

export interface ReadingOptions {
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** @param totalBytes all bytes that will be read, for the share in the progress */
export function createReading(totalBytes: number, { onProgress, signal }: ReadingOptions): Reading {
  const hashes = new Map<string, string>();
  let done = 0;
  const add = (step: string, bytes: number) => {
    done += bytes;
    onProgress?.({ step, share: Math.min(1, done / totalBytes) });
  };
  return {
    add,
    async *read(file) {
      const name = file.path.slice(file.path.lastIndexOf("/") + 1);
      const hash = createHash("sha256");
      try {
        for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
          signal?.throwIfAborted();
          hash.update(chunk);
          yield chunk;
          add(`Reading ${name}`, chunk.length);
        }
      } catch (error) {
        throw explained(error, file.path);
      }
      hashes.set(name, hash.digest("hex"));
    },
    addHash: (name, hash) => {
      hashes.set(name, hash);
    },
    fingerprint: () => {
      const all = createHash("sha256");
      for (const name of [...hashes.keys()].sort()) all.update(`${name} ${hashes.get(name)}\n`);
      return all.digest("hex");
    },
  };
}
