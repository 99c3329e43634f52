import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { DatasetError } from "../dataset.types.ts";
import { reviewFile } from "./review-folders.ts";
import type { Source, SourceFile } from "./source.types.ts";

const maximumBytes = 500_000_000;

/**
 * The reviews in a .tar.gz of the Large Movie Review Dataset. A tar has no directory and is read in one go, so its
 * wanted files are held in memory, about 70 MB.
 */
export async function openTar(path: string): Promise<Source> {
  const files: SourceFile[] = [];
  let held = 0;
  const unpack = extract();
  const collect = async () => {
    for await (const entry of unpack) {
      const name = entry.header.name.replace(/^\.\//, "");
      if (entry.header.type !== "file" || !reviewFile.test(name)) {
        entry.resume();
        continue;
      }
      const parts: Buffer[] = [];
      for await (const part of entry as AsyncIterable<Buffer>) parts.push(part);
      const bytes = Buffer.concat(parts);
      held += bytes.length;
      if (held > maximumBytes) throw new DatasetError(`${basename(path)} is too large; unpack it and give the folder.`);
      files.push({ path: name, size: bytes.length, open: async () => Readable.from([bytes], { objectMode: false }) });
    }
  };
  try {
    await Promise.all([pipeline(createReadStream(path), createGunzip(), unpack), collect()]);
  } catch (error) {
    if (error instanceof DatasetError || isFileSystemError(error)) throw error;
    throw new DatasetError(`${basename(path)} is not a whole tar.gz file; download or copy it again.`);
  }
  return { path, files, close: () => {} };
}

const isFileSystemError = (error: unknown) => error instanceof Error && "syscall" in error;
