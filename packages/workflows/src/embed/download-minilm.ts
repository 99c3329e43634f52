// MiniLM from the hub into a models folder, each file checked against the hash it is known by.
import { join } from "node:path";
import { DatasetError, type DownloadLimits, hashFile, obtainFile } from "@matinee/datasets";
import { findMiniLm, miniLmFiles, miniLmModel, miniLmUrl } from "@matinee/embeddings";

/** The largest file has 23 MB. */
const maximumBytes = 40_000_000;

export interface DownloadMiniLmOptions {
  /** Called with the share of the file in work, 0 to 1. */
  readonly onProgress?: (file: string, share: number) => void;
  readonly signal?: AbortSignal;
  /** Where the files are, and the SHA-256 of each: the hub's when not named. */
  readonly source?: { readonly url: string; readonly files: Readonly<Record<string, string>> };
  readonly limits?: DownloadLimits;
}

/**
 * Puts what is missing of MiniLM into `modelsFolder`; a whole model that is there stays as it is. A file takes its name
 * when it is whole and its hash is right, so that an interrupted download goes on with the next file.
 * The result is the model's hash, or why it cannot be had (no full stop at the end).
 * @throws the signal's reason when it was aborted
 */
export async function downloadMiniLm(
  modelsFolder: string,
  { onProgress, signal, limits, source = { url: miniLmUrl, files: miniLmFiles } }: DownloadMiniLmOptions = {},
): Promise<{ hash: string } | { reason: string }> {
  const atHand = await findMiniLm(modelsFolder);
  if (atHand) return { hash: atHand };
  for (const [name, sha256] of Object.entries(source.files)) {
    const verify = async (path: string) => {
      if ((await hashFile(path)) !== sha256)
        throw new DatasetError(`${name} is not the published one (its hash differs)`);
    };
    const file = { name: join(miniLmModel, name), url: `${source.url}/${name}`, maximumBytes, verify };
    const result = await obtainFile(modelsFolder, file, {
      signal,
      onProgress: (share) => onProgress?.(name, share),
      ...(limits && { limits }),
    });
    if ("reason" in result) return result;
  }
  const hash = await findMiniLm(modelsFolder);
  return hash ? { hash } : { reason: `${modelsFolder} lacks a file of ${miniLmModel} after its download` };
}
