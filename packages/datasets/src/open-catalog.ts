import type { Catalog, CatalogMovie } from "./catalog.types.ts";
import { DatasetError } from "./dataset.types.ts";
import { mergeSources } from "./merge/merge-sources.ts";
import {
  combineFingerprints,
  fingerprintSources,
  type ReadOptions,
  type ReadSource,
  readSources,
} from "./read-sources.ts";

export interface OpenCatalogOptions extends ReadOptions {
  /** Films that the database has: sources may name them again, fill them in, or review them. */
  readonly stored?: readonly CatalogMovie[] | undefined;
}

/**
 * Reads and merges the named folders, zips and files, each in whichever layouts it is, by the rules in this package's
 * README. Ratings are not read yet: the catalog has streams of them.
 * @throws DatasetError when data cannot be used; the signal's reason when it was aborted
 */
export async function openCatalog(paths: readonly string[], options: OpenCatalogOptions = {}): Promise<Catalog> {
  const sources = await readSources(paths, options);
  refuseSameNames(sources);
  return mergeSources(sources, options.stored);
}

/**
 * The fingerprint of the catalog that `openCatalog` would give, without parsing: for telling whether data has changed.
 * @throws DatasetError as openCatalog does for paths, layouts and damaged files
 */
export async function fingerprintCatalog(paths: readonly string[], options: ReadOptions = {}): Promise<string> {
  return combineFingerprints(await fingerprintSources(paths, options));
}

/** Keys are unique within a source of one name. */
function refuseSameNames(sources: readonly ReadSource[]): void {
  const names = sources.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice === undefined) return;
  throw new DatasetError(`${twice} was named twice, or two data sets cannot be told apart; name one of them.`);
}
