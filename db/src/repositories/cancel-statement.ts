import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

/**
 * Ends the statement that a transaction is waiting for when the signal aborts, which would else have to wait for its
 * end; `work` then rejects with the signal's reason. PGlite cannot: there it is the next statement that is not run.
 */
export async function endingStatements<Result>(
  kysely: Kysely<Tables>,
  transaction: Kysely<Tables>,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!signal || !kysely.getExecutor().adapter.supportsMultipleConnections) return work();
  // a process that was killed must not leave a statement running either
  await sql`set local client_connection_check_interval = 1000`.execute(transaction);
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
  let ending: Promise<unknown> = Promise.resolve();
  const end = () => {
    ending = sql`select pg_cancel_backend(${rows[0]!.pid})`.execute(kysely).catch(() => undefined);
  };
  signal.addEventListener("abort", end);
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", end);
    // else it could end what another transaction sends on this connection
    await ending;
  }
}
