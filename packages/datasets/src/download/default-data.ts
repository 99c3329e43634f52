import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { DatasetError, type ReadProgress } from "../dataset.types.ts";
import { fingerprintCatalog } from "../open-catalog.ts";
import { readSources } from "../read-sources.ts";
import { type DownloadLimits, defaultLimits, downloadFile } from "./download-file.ts";

/** Where a file comes from and how it is told to be the right one. */
export interface RemoteFile {
  readonly name: string;
  readonly url: string;
  readonly maximumBytes: number;
  /** @throws DatasetError when the file is not the expected one */
  verify(path: string): Promise<void>;
}

export interface DefaultDataOptions {
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type DefaultData =
  | {
      readonly status: "ready";
      readonly dataPath: string;
      /** Null when only the ratings could be had; `reason` says why. */
      readonly wikipediaPath: string | null;
      readonly reason: string | null;
    }
  | { readonly status: "unavailable"; readonly reason: string };

const megabyte = 1_000_000;

// The zip as TensorFlow Datasets publishes its checksum, and the content of its movies, ratings, links and tags: either is
// enough, so that the same files in another zip pass.
const movielensZipHash = "696d65a3dfceac7c45750ad32df2c259311949efec81f0f144fdfb91ebc9e436";
const movielensFingerprint = "83954d3169d5fd937f1651684b0e77cbb78699c3414dedf41cc13e42646a3d21";

export const movielensFile: RemoteFile = {
  name: "ml-latest-small.zip",
  url: "https://files.grouplens.org/datasets/movielens/ml-latest-small.zip",
  maximumBytes: 5 * megabyte,
  async verify(path) {
    if ((await hashFile(path)) === movielensZipHash) return;
    if ((await fingerprintCatalog([path])) === movielensFingerprint) return;
    throw new DatasetError(
      "ml-latest-small.zip is not the release of September 2018 (its hash differs); download it by hand and give it with --data",
    );
  },
};

const minimumFilms = 36_000;

// Its branch moves, so that no hash can be held: the JSON must be whole and have the schema.
export const wikipediaFile: RemoteFile = {
  name: "wikipedia-movies.json",
  url: "https://raw.githubusercontent.com/prust/wikipedia-movie-data/master/movies.json",
  maximumBytes: 80 * megabyte,
  async verify(path) {
    const [{ movies }] = await readSources([path]);
    if (movies.length < minimumFilms) {
      throw new DatasetError(`the Wikipedia list has ${movies.length} films where ${minimumFilms} are expected`);
    }
  },
};

/**
 * Puts ml-latest-small and the Wikipedia film list into a folder; what is there already and right is kept.
 * Never fails for want of a network: the result says what is missing and why (no full stop at the end).
 * @throws the signal's reason when it was aborted
 */
export async function downloadDefaultData(folder: string, options: DefaultDataOptions = {}): Promise<DefaultData> {
  return downloadData(folder, movielensFile, wikipediaFile, defaultLimits, options);
}

export async function downloadData(
  folder: string,
  ratings: RemoteFile,
  list: RemoteFile,
  limits: DownloadLimits,
  options: DefaultDataOptions,
): Promise<DefaultData> {
  const data = await obtain(folder, ratings, limits, options);
  if ("reason" in data) return { status: "unavailable", reason: data.reason };
  const texts = await obtain(folder, list, limits, options);
  return {
    status: "ready",
    dataPath: data.path,
    wikipediaPath: "path" in texts ? texts.path : null,
    reason: "reason" in texts ? texts.reason : null,
  };
}

async function obtain(
  folder: string,
  { name, url, maximumBytes, verify }: RemoteFile,
  limits: DownloadLimits,
  { onProgress, signal }: DefaultDataOptions,
): Promise<{ path: string } | { reason: string }> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    if (await isValid(path, verify)) return { path };
    const report = (share: number) => onProgress?.({ step: `Downloading ${name}`, share });
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

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
