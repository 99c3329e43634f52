import { type Kysely, sql } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables/tables.ts";

/** Any fixed number; whoever imports holds the advisory lock of this key. */
const importLockKey = 7_243_320;

/**
 * Runs `work` while no other import runs in the database. The lock belongs to a session: it goes with a killed process.
 * @throws {DatabaseError} IN_USE while another import runs.
 */
export function withImportLock<Result>(kysely: Kysely<Tables>, work: () => Promise<Result>): Promise<Result> {
  // the only session of PGlite is left to others between statements
  if (!kysely.getExecutor().adapter.supportsMultipleConnections) return lockedBy(kysely, work);
  return kysely.connection().execute((held) => lockedBy(held, work));
}

async function lockedBy<Result>(session: Kysely<Tables>, work: () => Promise<Result>): Promise<Result> {
  const { rows } = await tryLockSql.execute(session);
  if (!rows[0]?.locked) {
    throw new DatabaseError("IN_USE", "Another import into this database is running; wait for its end, or stop it.");
  }
  try {
    return await work();
  } finally {
    // a lost session has no lock either
    await sql`select pg_advisory_unlock(${importLockKey})`.execute(session).catch(() => undefined);
  }
}

// PGlite's only session would get its own lock once more: there the list of locks tells
const tryLockSql = sql<{ locked: boolean }>`
  select pg_try_advisory_lock(${importLockKey}) as locked
  where not exists (
    select from pg_locks where locktype = 'advisory' and objid = ${importLockKey}
      and database = (select oid from pg_database where datname = current_database())
  )`;
