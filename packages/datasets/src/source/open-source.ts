import { open, stat } from "node:fs/promises";
import { DatasetError } from "../dataset.types.ts";
import { openFolder } from "./folder.source.ts";
import type { Source } from "./source.types.ts";
import { openZip } from "./zip.source.ts";

/**
 * Opens a folder or a zip file. Close it when done.
 * @throws DatasetError when nothing is there, when it may not be read, or when the file is no whole zip.
 */
export async function openSource(path: string): Promise<Source> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await openFolder(path);
    if (await startsLikeZip(path)) return await openZip(path);
  } catch (error) {
    throw explained(error, path);
  }
  throw new DatasetError(`${path} is neither a folder nor a zip file; give the data set's folder or its zip.`);
}

async function startsLikeZip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString("latin1").startsWith("PK");
  } finally {
    await handle.close();
  }
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
