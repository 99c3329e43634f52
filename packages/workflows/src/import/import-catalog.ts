import type { Catalog } from "@matinee/datasets";
import { type Database, type ImportStage, importRepository } from "@matinee/db";
import { type CatalogInfo, findCatalogInfo } from "../catalog-info.ts";
import { refreshDataReport } from "../report/refresh-report.ts";
import { renewViewerVectors } from "../taste/make-viewer-vectors.ts";
import type { WorkflowOptions } from "../workflow-options.ts";
import { toCatalogImport } from "./catalog-import.ts";
import { importCatalogReviews } from "./import-catalog-reviews.ts";
import { listStoredFilms } from "./stored-films.ts";

/** Where each stage of an import begins and ends on the whole; ratings are most of the work. */
const stageShares: Record<ImportStage, readonly [number, number]> = {
  staging: [0, 0.3],
  movies: [0.3, 0.5],
  ratings: [0.5, 0.9],
  totals: [0.9, 1],
};

/**
 * Stores a catalog beside what is stored, all or nothing: its films are merged with those they are, by the rules and
 * orders of packages/datasets. Aborting leaves the database as before.
 */
export async function importCatalog(
  database: Database,
  catalog: Catalog,
  { onProgress, signal }: WorkflowOptions = {},
): Promise<CatalogInfo> {
  const startedAt = new Date();
  const stored = await listStoredFilms(database);
  await importRepository(database.kysely).importCatalog(toCatalogImport(catalog, stored, startedAt), {
    signal,
    onProgress: (stage, done, total) => {
      const [from, to] = stageShares[stage];
      onProgress?.(from + (to - from) * (total === 0 ? 1 : done / total));
    },
  });
  await importCatalogReviews(database, catalog, signal);
  await refreshDataReport(database);
  await renewViewerVectors(database);
  const info = await findCatalogInfo(database);
  if (!info) throw new Error(`The import of ${catalog.name} was stored but cannot be found.`);
  return info;
}
