// From paths to sources: which layouts they hold, and what these tell.
import { createHash } from "node:crypto";
import type { RatingStream } from "./catalog.types.ts";
import { treatOutliers } from "./cleaning/treat-outliers.ts";
import type { Treatment } from "./cleaning/treatment.types.ts";
import {
  DatasetError,
  type ReadFinding,
  type ReadProgress,
  type SourceMovie,
  type SourceViewer,
} from "./dataset.types.ts";
import { type DetectedLayout, detectLayouts, findFiles } from "./layouts/detect-layouts.ts";
import { imdb5000Layout } from "./layouts/imdb-5000.layout.ts";
import type { LayoutContent, ReadReview } from "./layouts/layout.types.ts";
import { ml1mLayout } from "./layouts/ml-1m.layout.ts";
import { ml100kLayout } from "./layouts/ml-100k.layout.ts";
import { movielensCsvLayout } from "./layouts/movielens-csv.layout.ts";
import { moviesDatasetLayout } from "./layouts/movies-dataset.layout.ts";
import { reviewFoldersLayout } from "./layouts/review-folders.layout.ts";
import { reviewLinesLayout } from "./layouts/review-lines.layout.ts";
import { tmdb5000Layout } from "./layouts/tmdb-5000.layout.ts";
import { createFindings } from "./readers/findings.ts";
import { ratingChunks } from "./readers/rating-chunks.ts";
import { createReading, type Reading } from "./readers/reading.ts";
import { openSource } from "./source/open-source.ts";
import type { Source, SourceFile } from "./source/source.types.ts";
import { wikipediaLayout } from "./wikipedia/wikipedia.layout.ts";

const layouts = [
  movielensCsvLayout,
  ml100kLayout,
  ml1mLayout,
  tmdb5000Layout,
  imdb5000Layout,
  moviesDatasetLayout,
  wikipediaLayout,
  reviewLinesLayout,
  reviewFoldersLayout,
];

/** A source as it was read, before it is merged with others. */
export interface ReadSource {
  readonly name: string;
  readonly fingerprint: string;
  readonly terms: string;
  /** Fills in the films of others and, beside such, brings none of its own. */
  readonly supplement: boolean;
  readonly movies: readonly SourceMovie[];
  readonly viewers?: ReadonlyMap<string, SourceViewer>;
  /** Its movies are indexes into `movies`. */
  readonly ratings: RatingStream | null;
  readonly reviews: readonly ReadReview[];
  readonly findings: readonly ReadFinding[];
  readonly treatments: readonly Treatment[];
}

export interface ReadOptions {
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads all data sets that the paths hold. Ratings are hashed, not kept.
 * @throws DatasetError when one cannot be used or two have one name; the signal's reason when it was aborted
 */
export async function readSources(paths: readonly string[], options: ReadOptions = {}): Promise<readonly ReadSource[]> {
  return eachDataSet(paths, options, readDataSet);
}

/**
 * The fingerprints that `readSources` would give, without parsing.
 * @throws DatasetError as readSources does for paths, layouts and damaged files
 */
export async function fingerprintSources(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<readonly string[]> {
  return eachDataSet(paths, options, async (_, detected, reading) => {
    await hashFiles(filesRead(detected), reading);
    return reading.fingerprint();
  });
}

/** SHA-256 (hex) over the fingerprints of the sources; of one source its own. */
export function combineFingerprints(fingerprints: readonly string[]): string {
  if (fingerprints.length === 1) return fingerprints[0];
  return createHash("sha256")
    .update([...fingerprints].sort().join("\n"))
    .digest("hex");
}

async function eachDataSet<Result>(
  paths: readonly string[],
  { onProgress, signal }: ReadOptions,
  use: (source: Source, detected: DetectedLayout, reading: Reading) => Promise<Result>,
): Promise<Result[]> {
  const sources: Source[] = [];
  try {
    const dataSets: { source: Source; detected: DetectedLayout }[] = [];
    for (const path of paths) {
      const source = await openSource(path);
      sources.push(source);
      for (const detected of await detectLayouts(source, layouts)) dataSets.push({ source, detected });
    }
    const files = dataSets.flatMap(({ detected }) => filesRead(detected));
    const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    const onBytes = (step: string, bytes: number) => {
      done += bytes;
      onProgress?.({ step, share: Math.min(1, done / totalBytes) });
    };
    const results: Result[] = [];
    for (const { source, detected } of dataSets) {
      signal?.throwIfAborted();
      results.push(await use(source, detected, createReading({ onBytes, signal })));
    }
    return results;
  } finally {
    for (const source of sources) source.close();
  }
}

async function readDataSet(source: Source, detected: DetectedLayout, reading: Reading): Promise<ReadSource> {
  const { layout, files, folderNames } = detected;
  const findings = createFindings();
  const { reviews = [], ...content } = await layout.read({ files, folderNames, reading, findings });
  const ratingsFile = layout.ratings && files.get(layout.ratings.file);
  if (ratingsFile) await hashFiles([ratingsFile], reading);
  const fingerprint = reading.fingerprint();
  const ratings = ratingsFile ? ratingStream(source.path, ratingsFile.path, detected, content, fingerprint) : null;
  const supplement = layout.supplement ?? false;
  const { movies, treatments } = treatOutliers(content.movies);
  return { ...content, movies, treatments, supplement, fingerprint, ratings, reviews, findings: findings.list() };
}

function ratingStream(
  sourcePath: string,
  filePath: string,
  { layout }: DetectedLayout,
  { name, movies, ratedMovies }: LayoutContent,
  fingerprint: string,
): RatingStream {
  const format = layout.ratings!;
  const indexes = ratedMovies ?? new Map(movies.map(({ sourceKey }, index) => [Number(sourceKey), index]));
  return {
    source: name,
    fingerprint,
    async *chunks(options) {
      const source = await openSource(sourcePath);
      try {
        const file = source.files.find(({ path }) => path === filePath);
        if (!file) throw new DatasetError(`${format.file} is gone from ${sourcePath}; put it back.`);
        yield* ratingChunks(file, format, indexes, options);
      } finally {
        source.close();
      }
    },
  };
}

function filesRead({ layout, files }: DetectedLayout): SourceFile[] {
  const patterns = [...layout.required, ...layout.optional, ...(layout.ratings ? [layout.ratings.file] : [])];
  return patterns.flatMap((pattern) => findFiles(files, pattern).map(([, file]) => file));
}

async function hashFiles(files: readonly SourceFile[], reading: Reading): Promise<void> {
  for (const file of files) {
    for await (const _ of reading.read(file));
  }
}
