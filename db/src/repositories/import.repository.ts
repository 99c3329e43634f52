// Brings a whole catalog in: its ratings chunk by chunk into a staging table, then everything else in one transaction.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import { endingStatements } from "./cancel-statement.ts";
import type { CatalogImport, ImportCounts, ImportFinding, ImportOptions } from "./import.types.ts";
import { withImportLock } from "./import-lock.ts";
import { importMovies } from "./import-movies.ts";
import { importRatings, type MergedRatings } from "./import-ratings.ts";
import { importReviews } from "./import-reviews.ts";
import { countRatings, recomputeTotals } from "./import-totals.ts";
import { importViewers } from "./import-viewers.ts";
import { lockWriters } from "./lock-tables.ts";
import { closeLedger, readLedger } from "./rating-ledger.ts";
import { stageRatings } from "./stage-ratings.ts";
import { listStoredMovies, type StoredMovie } from "./stored-movies.ts";

/** Told after each import, with its id: films, ratings and totals are others than before. */
export const catalogChannel = "catalog";

export function importRepository(kysely: Kysely<Tables>) {
  return {
    /**
     * Stores a catalog, all or nothing. Films are recognized by the id given, else by their keys, IMDb id or TMDB id;
     * viewers by source and number; ratings by viewer and film; reviews by source and key: importing the same again changes no row and no id.
     * Ratings of people here stay, and so do those that a source no longer has. Readers see the database as before until
     * all is there; writers of ratings wait while the new state takes its place, seconds for millions of ratings. Broken
     * off, even by a kill, the next import of the same goes on behind the ratings that have come.
     * @throws {DatabaseError} IN_USE while another import runs; TIMEOUT when others keep the tables busy.
     */
    importCatalog: (catalog: CatalogImport, options: ImportOptions = {}): Promise<ImportCounts> =>
      withImportLock(kysely, async () => {
        await stageRatings(kysely, catalog, options);
        return inTransaction(
          kysely,
          (transaction) =>
            endingStatements(kysely, transaction, options.signal, () => storeCatalog(transaction, catalog, options)),
          { timeoutMs: null },
        );
      }),
    /** Every film as an import would bring it, ids ascending. */
    listStoredMovies: (): Promise<StoredMovie[]> => listStoredMovies(kysely),
  };
}

async function storeCatalog(
  transaction: Transaction<Tables>,
  catalog: CatalogImport,
  options: ImportOptions,
): Promise<ImportCounts> {
  // millions of rows are sorted, joined and indexed; what is small takes no more than it needs
  await sql`set local work_mem = '128MB'`.execute(transaction);
  await sql`set local maintenance_work_mem = '256MB'`.execute(transaction);
  const movieIds = await importMovies(transaction, catalog, options);
  await importReviews(
    transaction,
    catalog.reviews.map(({ movie, ...review }) => ({ ...review, movieId: movieIds[movie]! })),
  );
  const { findings, stagedRows } = await readLedger(transaction);
  let viewerCount = 0;
  let ratings: MergedRatings | undefined;
  if (stagedRows > 0) {
    viewerCount = await importViewers(transaction);
    ratings = await importRatings(transaction, movieIds, catalog, options);
  } else {
    await options.check?.(transaction);
    await lockWriters(transaction, options.signal);
    await countRatings(transaction, "movie_totals");
    await recomputeTotals(transaction, catalog.derivePriorWeight, options);
  }
  // nothing else tells the planner about the new rows: PGlite has no autovacuum
  await sql`
    analyze movies, genres, movie_genres, movie_keys, movie_themes, people, credits, movie_totals, viewers`.execute(
    transaction,
  );
  const counts = { movieCount: catalog.movies.length, viewerCount, ratingCount: ratings?.count ?? 0 };
  const { id } = await recordQuery(transaction, catalog, counts, findings).executeTakeFirstOrThrow();
  await closeLedger(transaction);
  await sql`select pg_notify(${catalogChannel}, ${String(id)})`.execute(transaction);
  await ratings?.replace();
  return { importId: id, ...counts };
}

const recordQuery = (
  kysely: Kysely<Tables>,
  { name, fingerprint, terms, startedAt, findings }: CatalogImport,
  counts: Omit<ImportCounts, "importId">,
  ratingFindings: readonly ImportFinding[],
) =>
  kysely
    .insertInto("imports")
    .values({
      name,
      fingerprint,
      terms,
      startedAt,
      finishedAt: new Date(),
      findings: JSON.stringify([...findings, ...ratingFindings]),
      ...counts,
    })
    .returning("id");
