// Brings a whole catalog in: bulk copy into temporary tables, then set-based statements, in one transaction.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import type { CatalogImport, ImportCounts, ImportOptions } from "./import.types.ts";
import { importMovies } from "./import-movies.ts";
import { importRatings, readStreams } from "./import-ratings.ts";
import { recomputeTotals } from "./import-totals.ts";
import { importViewers } from "./import-viewers.ts";
import { listStoredMovies, type StoredMovie } from "./stored-movies.ts";

export function importRepository(kysely: Kysely<Tables>) {
  return {
    /**
     * Stores a catalog, all or nothing. Films are recognized by source and source key, else by IMDb id; viewers by their
     * key; ratings by viewer and movie: importing the same again changes no ids and adds no rows. Writers of ratings
     * wait until it is done; readers see the database as before.
     */
    importCatalog: (catalog: CatalogImport, options: ImportOptions = {}): Promise<ImportCounts> =>
      inTransaction(kysely, (transaction) => importCatalog(transaction, catalog, options), { timeoutMs: null }),
    /** Every film as an import would bring it, ids ascending. */
    listStoredMovies: (): Promise<StoredMovie[]> => listStoredMovies(kysely),
  };
}

async function importCatalog(
  transaction: Transaction<Tables>,
  catalog: CatalogImport,
  options: ImportOptions,
): Promise<ImportCounts> {
  await sql`lock table movie_totals in exclusive mode`.execute(transaction);
  const movieIds = await importMovies(transaction, catalog, options);
  const { viewerKeys, ratings } = await readStreams(catalog.ratings, options.signal);
  const viewerIds = await importViewers(transaction, viewerKeys, options);
  await importRatings(transaction, ratings, { movieIds, viewerIds }, options);
  await recomputeTotals(transaction, catalog.derivePriorWeight, options);
  // nothing else tells the planner about the new rows: PGlite has no autovacuum
  await sql`analyze movies, genres, movie_genres, movie_totals, viewers, ratings`.execute(transaction);
  const counts = {
    movieCount: catalog.movies.length,
    viewerCount: viewerKeys.length,
    ratingCount: ratings.viewers.length,
  };
  const { id } = await recordQuery(transaction, catalog, counts).executeTakeFirstOrThrow();
  return { importId: id, ...counts };
}

const recordQuery = (
  kysely: Kysely<Tables>,
  { name, fingerprint, terms, startedAt, findings }: CatalogImport,
  counts: Omit<ImportCounts, "importId">,
) =>
  kysely
    .insertInto("imports")
    .values({
      name,
      fingerprint,
      terms,
      startedAt,
      finishedAt: new Date(),
      findings: JSON.stringify(findings),
      ...counts,
    })
    .returning("id");
