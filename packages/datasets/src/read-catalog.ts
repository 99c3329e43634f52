import { basename } from "node:path";
import type { CatalogMovie } from "./catalog.types.ts";
import { DatasetError, type SourceCatalog, type SourceMovie } from "./dataset.types.ts";
import { mergeSources } from "./merge/merge-sources.ts";
import { type ReadOptions, readSources } from "./read-sources.ts";
import { collectRatings } from "./readers/collect-ratings.ts";
import { createFindings } from "./readers/findings.ts";

/**
 * A catalog of one or more sources with the ratings of one of them in memory, one of a film by a viewer: for judging
 * engines. The result does not depend on the order of the lines.
 * @throws DatasetError when the data cannot be used, or has no ratings or those of several sources; the signal's
 *   reason when it was aborted
 */
export async function readCatalog(
  paths: readonly string[],
  { onProgress, signal }: ReadOptions = {},
): Promise<SourceCatalog> {
  const report = (step: string, share: number) => onProgress?.({ step, share });
  // Ratings are read twice: for their fingerprint, and for themselves.
  const sources = await readSources(paths, { signal, onProgress: ({ step, share }) => report(step, share / 2) });
  const rated = sources.filter(({ ratings }) => ratings !== null);
  const [{ name, viewers } = { name: "" }] = rated;
  const where = paths.map((path) => basename(path)).join(", ");
  if (rated.length === 0) throw new DatasetError(`${where} has films but no ratings; name a data set that has both.`);
  if (rated.length > 1) throw new DatasetError(`${where} has the ratings of several data sets; name one of them.`);
  const catalog = mergeSources(sources);
  const findings = createFindings();
  catalog.findings.forEach(findings.addAll);
  const collected = await collectRatings(catalog.ratings[0], findings, {
    signal,
    onProgress: (share) => report("Reading the ratings", (1 + share) / 2),
  });
  return {
    name,
    fingerprint: catalog.fingerprint,
    terms: catalog.sources.map(({ terms }) => terms).join(" "),
    movies: catalog.movies.map((movie) => asSourceMovie(movie, name)),
    ...(viewers && { viewers }),
    ...collected,
    findings: findings.list(),
  };
}

export type SourceFilms = Pick<SourceCatalog, "name" | "movies" | "viewers">;

/**
 * Films of one or more sources, and what they tell of viewers; ratings are neither needed nor read.
 * @throws DatasetError as readCatalog does
 */
export async function readFilms(paths: readonly string[]): Promise<SourceFilms> {
  const sources = await readSources(paths);
  const { name, movies } = mergeSources(sources);
  const viewers = sources.find((source) => source.viewers)?.viewers;
  return { name, movies: movies.map((movie) => asSourceMovie(movie, sources[0].name)), ...(viewers && { viewers }) };
}

/** Named as the source names it, else by the first that does. */
function asSourceMovie({ keys, provenance: _, ...movie }: CatalogMovie, source: string): SourceMovie {
  const [other, key] = Object.entries(keys)[0];
  return { ...movie, sourceKey: keys[source] ?? `${other}:${key}` };
}
