import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatasetError } from "../dataset.types.ts";
import { type DownloadLimits, defaultLimits, downloadFile } from "./download-file.ts";

/** Where a file comes from and how it is told to be the right one. */
export interface RemoteFile {
  /** Its path in the folder it is put in. */
  readonly name: string;
  readonly url: string;
  readonly maximumBytes: number;
  /** @throws DatasetError when the file is not the expected one */
  verify(path: string): Promise<void>;
}

export interface ObtainOptions {
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: DownloadLimits;
}

/**
 * Puts a file into a folder, under its name; a file that is there and right is kept. Never fails for want of a network:
 * the result is the path or why there is none (no full stop at the end).
 * @throws the signal's reason when it was aborted
 */
export async function obtainFile(
  folder: string,
  { name, url, maximumBytes, verify }: RemoteFile,
  { onProgress, signal, limits = defaultLimits }: ObtainOptions = {},
): Promise<{ path: string } | { reason: string }> {
  const path = join(folder, name);
  try {
    await mkdir(dirname(path), { recursive: true });
    if (await isValid(path, verify)) return { path };
    const report = (share: number) => onProgress?.(share);
    await downloadFile({ url, target: path, maximumBytes, verify, onProgress: report, limits, signal });
    return { path };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DatasetError) return { reason: error.message.replace(/\.$/, "") };
    if (error instanceof Error && "code" in error) return { reason: `${folder} cannot be written (${error.code})` };
    throw error;
  }
}

async function isValid(path: string, verify: RemoteFile["verify"]): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  try {
    await verify(path);
    return true;
  } catch (error) {
    // A damaged copy from before is replaced by a new download.
    if (error instanceof DatasetError) return false;
    throw error;
  }
}

/** SHA-256, hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
