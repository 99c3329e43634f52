import type { Catalog, ExpectationResult } from "@matinee/datasets";
import { type Database, type ImportOptions, type ImportStage, importRepository } from "@matinee/db";
import { type CatalogInfo, findCatalogInfo } from "../catalog-info.ts";
import { refreshDataReport } from "../report/refresh-report.ts";
import { judgeSourceReviews } from "../reviews/judge-source-reviews.ts";
import { renewViewerVectors } from "../taste/make-viewer-vectors.ts";
import { checkData, refuseUnsound } from "../validate/check-data.ts";
import type { WorkflowOptions } from "../workflow-options.ts";
import { toCatalogImport } from "./catalog-import.ts";
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
 * @throws WorkflowError when what would be stored fails a hard expectation; the database is as before
 */
export async function importCatalog(
  database: Database,
  catalog: Catalog,
  options: WorkflowOptions = {},
): Promise<CatalogInfo> {
  await storeCatalog(database, catalog, options, async (kysely) => {
    const results = await checkData({ kysely }, { withTotals: false });
    refuseUnsound(results, "Nothing was changed; mend the data, then import it again.");
  });
  await renewViewerVectors(database);
  await refreshDataReport(database, catalog.treatments);
  const info = await findCatalogInfo(database);
  if (!info) throw new Error(`The import of ${catalog.name} was stored but cannot be found.`);
  return info;
}

/**
 * What the expectations say of the database with this catalog in it. All is done that an import does, and undone at the
 * end; ratings stay staged, so that an import of the same goes on from there.
 */
export async function checkCatalog(
  database: Database,
  catalog: Catalog,
  options: WorkflowOptions = {},
): Promise<ExpectationResult[]> {
  const undone = new Error("The catalog was only to be checked.");
  let results: ExpectationResult[] = [];
  const check = async (kysely: Database["kysely"]) => {
    results = await checkData({ kysely }, { withTotals: false });
    throw undone;
  };
  await storeCatalog(database, catalog, options, check).catch((error) => {
    if (error !== undone) throw error;
  });
  return results;
}

async function storeCatalog(
  database: Database,
  catalog: Catalog,
  { onProgress, signal }: WorkflowOptions,
  check: NonNullable<ImportOptions["check"]>,
): Promise<void> {
  const startedAt = new Date();
  const stored = await listStoredFilms(database);
  const reviews = await judgeSourceReviews(catalog.reviews, { signal });
  const content = { ...toCatalogImport(catalog, stored, startedAt), reviews };
  await importRepository(database.kysely).importCatalog(content, {
    signal,
    check,
    onProgress: (stage, done, total) => {
      const [from, to] = stageShares[stage];
      onProgress?.(from + (to - from) * (total === 0 ? 1 : done / total));
    },
  });
}
