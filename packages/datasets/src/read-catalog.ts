import { stat } from "node:fs/promises";
import type { ReadProgress, SourceCatalog } from "./dataset.types.ts";
import { type DetectedLayout, detectLayout } from "./layouts/detect-layout.ts";
import { ml1mLayout } from "./layouts/ml-1m.layout.ts";
import { ml100kLayout } from "./layouts/ml-100k.layout.ts";
import { movielensCsvLayout } from "./layouts/movielens-csv.layout.ts";
import { createFindings } from "./readers/findings.ts";
import { createReading, type Reading } from "./readers/reading.ts";
import { explained, openSource } from "./source/open-source.ts";
import type { SourceFile } from "./source/source.types.ts";
import { mergeWikipedia } from "./wikipedia/merge-wikipedia.ts";
import { readWikipediaList } from "./wikipedia/wikipedia-list.reader.ts";

const layouts = [movielensCsvLayout, ml100kLayout, ml1mLayout];

export interface ReadCatalogOptions {
  /** The Wikipedia film list (.json or .json.gz) that fills in overviews, cast and thumbnails. */
  readonly wikipediaPath?: string | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a folder or zip, in whichever of the known layouts it is, by the rules in this package's README.
 * The result does not depend on the order of the lines.
 * @throws DatasetError when the data cannot be used; the signal's reason when it was aborted
 */
export async function readCatalog(path: string, options: ReadCatalogOptions = {}): Promise<SourceCatalog> {
  return withLayout(path, options, async ({ layout, files, folderNames }, reading) => {
    const findings = createFindings();
    const input = { files, folderNames, reading, findings };
    const films = await layout.readFilms(input);
    const ratings = await layout.readRatings(input, indexesOf(films));
    const list = options.wikipediaPath ? await readList(options.wikipediaPath, reading, options) : null;
    for (const example of list?.skipped ?? []) findings.add("malformed entry of the Wikipedia list: skipped", example);
    const catalog = { ...films, ...ratings, fingerprint: reading.fingerprint(), findings: findings.list() };
    return list ? mergeWikipedia(catalog, list.films) : catalog;
  });
}

export type SourceFilms = Pick<SourceCatalog, "name" | "movies" | "viewers">;

/**
 * Films and what is told of viewers, from a folder or zip in any of the layouts; ratings are neither needed nor read.
 * @throws DatasetError as readCatalog does
 */
export async function readFilms(path: string): Promise<SourceFilms> {
  const source = await openSource(path);
  try {
    const { layout, files, folderNames } = detectLayout(source, layouts, ({ films }) => films);
    const totalBytes = source.files.reduce((sum, { size }) => sum + size, 0);
    const reading = createReading(totalBytes, {});
    return await layout.readFilms({ files, folderNames, reading, findings: createFindings() });
  } finally {
    source.close();
  }
}

function indexesOf({ movies }: SourceFilms): Map<number, number> {
  return new Map(movies.map(({ sourceKey }, index) => [Number(sourceKey), index]));
}

/**
 * The fingerprint `readCatalog` would give, without parsing: for telling at a start whether data has changed.
 * @throws DatasetError as readCatalog does for paths, layouts and damaged files
 */
export async function fingerprintCatalog(path: string, options: ReadCatalogOptions = {}): Promise<string> {
  return withLayout(path, options, async ({ layout, files }, reading) => {
    for (const file of filesRead({ layout, files })) {
      for await (const _ of reading.read(file));
    }
    if (options.wikipediaPath) await readList(options.wikipediaPath, reading, options);
    return reading.fingerprint();
  });
}

async function withLayout<Result>(
  path: string,
  options: ReadCatalogOptions,
  use: (detected: DetectedLayout, reading: Reading) => Promise<Result>,
): Promise<Result> {
  const source = await openSource(path);
  try {
    const detected = detectLayout(source, layouts);
    const listBytes = options.wikipediaPath ? await sizeOf(options.wikipediaPath) : 0;
    const totalBytes = filesRead(detected).reduce((sum, file) => sum + file.size, listBytes);
    return await use(detected, createReading(totalBytes, options));
  } finally {
    source.close();
  }
}

function filesRead({ layout, files }: Pick<DetectedLayout, "layout" | "files">): SourceFile[] {
  return [...layout.films, layout.ratings, ...layout.optional].flatMap((name) => files.get(name) ?? []);
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw explained(error, path);
  });
  return found.size;
}

async function readList(path: string, reading: Reading, { signal }: ReadCatalogOptions) {
  signal?.throwIfAborted();
  const list = await readWikipediaList(path);
  reading.add("Reading the Wikipedia list", await sizeOf(path));
  reading.addHash("the Wikipedia list", list.hash);
  return list;
}
