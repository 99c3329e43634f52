import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { DatasetError } from "../dataset.types.ts";
import { openFolder } from "./folder.source.ts";
import { plainFile, startsWith } from "./plain-file.ts";
import type { Source } from "./source.types.ts";
import { openTar } from "./tar.source.ts";
import { openZip } from "./zip.source.ts";

const zipStart = [0x50, 0x4b];

/**
 * Opens a folder, a zip, the review dataset's tar.gz, or a csv, json or jsonl file (they may be gzipped). Close it
 * when done.
 * @throws DatasetError when nothing is there, when it may not be read, or when it is none of these.
 */
export async function openSource(path: string): Promise<Source> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await openFolder(path);
    if (await startsWith(path, zipStart)) return await openZip(path);
    if (/\.(?:tar\.gz|tgz)$/.test(path)) return await openTar(path);
    if (/\.(?:csv|jsonl?)(?:\.gz)?$/.test(path)) {
      return { path, files: [await plainFile(path, basename(path))], close: () => {} };
    }
  } catch (error) {
    throw explained(error, path);
  }
  throw new DatasetError(
    `${path} is neither a folder nor a zip, csv or json file; give the data set's folder or its zip.`,
  );
}

/** A file system error as a sentence; anything else as it is. */
export function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new DatasetError(`There is no file or folder at ${path}; check the path.`);
  }
  if (code === "EACCES" || code === "EPERM") {
    return new DatasetError(`${path} may not be read by this user; change its permissions.`);
  }
  return error;
}
