// Locks for which others need not wait long: a lock that waits holds up everyone who comes after it, so it is given up
// after a moment and tried again.
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables/tables.ts";

const patienceMs = 200;
const pauseMs = 100;
const giveUpAfterMs = 10 * 60_000;
const lockTimeoutCode = "55P03";

/** Writers of ratings, viewers and movies wait until the transaction ends; readers do not. */
export const lockWriters = (transaction: Kysely<Tables>, signal: AbortSignal | undefined): Promise<void> =>
  takeLocks(
    transaction,
    // whoever writes ratings takes the totals first
    ["lock table movie_totals in exclusive mode", "lock table viewers, movies in share row exclusive mode"],
    signal,
  );

/** Readers of ratings wait as well. */
export const lockReaders = (transaction: Kysely<Tables>, signal: AbortSignal | undefined): Promise<void> =>
  takeLocks(transaction, ["lock table ratings in access exclusive mode"], signal);

/** All or none: a failed attempt gives back what it had, so that nobody waits for each other. */
async function takeLocks(
  transaction: Kysely<Tables>,
  statements: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const startedAt = Date.now();
  await sql`set local lock_timeout = ${sql.lit(patienceMs)}`.execute(transaction);
  for (;;) {
    signal?.throwIfAborted();
    await sql`savepoint locks`.execute(transaction);
    try {
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== lockTimeoutCode) throw error;
      await sql`rollback to savepoint locks`.execute(transaction);
      if (Date.now() - startedAt > giveUpAfterMs) throw tooBusy(error);
      await sleep(pauseMs, undefined, { signal });
    }
  }
  await sql`release savepoint locks`.execute(transaction);
  await sql`set local lock_timeout = 0`.execute(transaction);
}

function tooBusy(cause: unknown): DatabaseError {
  const message = `Others kept the tables busy for ${giveUpAfterMs / 60_000} minutes, and the import gave up; run it again when less is going on.`;
  return new DatabaseError("TIMEOUT", message, { cause });
}
