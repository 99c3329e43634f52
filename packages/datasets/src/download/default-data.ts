import { DatasetError, type ReadProgress } from "../dataset.types.ts";
import { fingerprintCatalog } from "../open-catalog.ts";
import { readSources } from "../read-sources.ts";
import { type DownloadLimits, defaultLimits } from "./download-file.ts";
import { hashFile, obtainFile, type RemoteFile } from "./obtain-file.ts";

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
  const obtain = (file: RemoteFile) =>
    obtainFile(folder, file, {
      ...options,
      limits,
      onProgress: (share) => options.onProgress?.({ step: `Downloading ${file.name}`, share }),
    });
  const data = await obtain(ratings);
  if ("reason" in data) return { status: "unavailable", reason: data.reason };
  const texts = await obtain(list);
  return {
    status: "ready",
    dataPath: data.path,
    wikipediaPath: "path" in texts ? texts.path : null,
    reason: "reason" in texts ? texts.reason : null,
  };
}
