import { type QueryExecutorProvider, sql } from "kysely";
import type { Database } from "./database.types.ts";
import { DatabaseError } from "./database-error.ts";
import { migrations } from "./migrations/migrations.ts";

/** Any fixed number; whoever migrates holds the advisory lock of this key. */
const migrationLockKey = 7_243_319;

// Advisory locks are re-entrant in PGlite's only session, so there one process needs a queue of its own.
let queue: Promise<unknown> = Promise.resolve();

/**
 * Brings the tables to the current version, all missing migrations in one transaction; returns the names of those that
 * ran. Safe to call at the same time from many processes.
 * @throws {DatabaseError} when the server lacks an extension, or a newer version of the program has migrated it.
 */
export function migrate(database: Pick<Database, "transaction">): Promise<readonly string[]> {
  const done = queue.then(() => database.transaction((transaction) => runMissing(transaction), { timeoutMs: null }));
  queue = done.catch(() => undefined);
  return done;
}

/** Empties the database: drops every table Matinee and its sessions made, then migrates. Asks nothing. */
export async function resetDatabase(database: Database): Promise<void> {
  await database.transaction(
    async (transaction) => {
      await sql`select pg_advisory_xact_lock(${migrationLockKey})`.execute(transaction);
      await sql`
        drop table if exists schema_migrations, staged_viewers, staged_movies, staged_ratings, rating_chunks, rating_imports,
          run_curves, training_runs, pipeline_steps, pipeline_runs, item_factors,
          viewer_vectors_384, movie_vectors_384, model_promotions, model_chunks, models, visits, watchlist_entries, dismissals, ratings,
          reviews, viewers, data_reports, imports, search_words, rating_prior, movie_totals, movie_keys, movie_themes, movie_genres, genres,
          credits, people, enrichment_fetches, movie_enrichments, movies,
          "session", "account", "verification", "user" cascade`.execute(transaction);
      await sql`drop function if exists subtract_viewer_ratings`.execute(transaction);
    },
    { timeoutMs: null },
  );
  await migrate(database);
}

async function runMissing(transaction: QueryExecutorProvider): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock(${migrationLockKey})`.execute(transaction);
  await sql`
    create table if not exists schema_migrations (
      name text primary key,
      applied_at timestamptz not null default now()
    )`.execute(transaction);
  const { rows } = await sql<{ name: string }>`select name from schema_migrations`.execute(transaction);
  const applied = new Set(rows.map(({ name }) => name));
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].find((name) => !known.has(name));
  if (unknown) {
    throw new DatabaseError(
      "UNSUITABLE",
      `The database was migrated by a newer version of Matinee (${unknown}); update Matinee, or empty it with --reset.`,
    );
  }
  const missing = migrations.filter(({ name }) => !applied.has(name));
  if (missing.length > 0) await requireExtensions(transaction);
  for (const { name, up } of missing) {
    await up(transaction);
    await sql`insert into schema_migrations (name) values (${name})`.execute(transaction);
  }
  return missing.map(({ name }) => name);
}

async function requireExtensions(transaction: QueryExecutorProvider): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from pg_available_extensions where name in ('vector', 'pg_trgm')`.execute(transaction);
  const missing = ["vector", "pg_trgm"].filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) {
    throw new DatabaseError(
      "UNSUITABLE",
      `The Postgres server has no extension ${missing.join(" and ")}; install it there (pgvector and postgresql-contrib), or leave DATABASE_URL unset.`,
    );
  }
}
