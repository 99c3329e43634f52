import { type Kysely, type KyselyPlugin, sql, type Transaction } from "kysely";
import type { TransactionOptions } from "./database.types.ts";
import { DatabaseError } from "./database-error.ts";
import type { Tables } from "./tables/tables.ts";

const defaultTimeoutMs = 60_000;

/**
 * Runs `run` in one transaction: in the given one when `kysely` already is a transaction, else in a new one, which is
 * rolled back when it outlives its timeout. Queries that a timed-out `run` still sends are refused.
 */
export async function inTransaction<Result>(
  kysely: Kysely<Tables>,
  run: (transaction: Transaction<Tables>) => Promise<Result>,
  { timeoutMs = defaultTimeoutMs }: TransactionOptions = {},
): Promise<Result> {
  if (kysely.isTransaction) return run(kysely as Transaction<Tables>);
  return kysely.transaction().execute(async (transaction) => {
    if (timeoutMs === null) {
      await sql`set local statement_timeout = 0`.execute(transaction);
      return run(transaction);
    }
    const guard = expiryGuard();
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(guard.expire(timeoutMs)), timeoutMs);
    });
    try {
      return await Promise.race([run(transaction.withPlugin(guard.plugin)), expired]);
    } finally {
      clearTimeout(timer);
      guard.expire(timeoutMs);
    }
  });
}

/** A plugin that lets queries pass until the transaction is over: a late one would run outside of it. */
function expiryGuard(): { plugin: KyselyPlugin; expire(timeoutMs: number): DatabaseError } {
  let error: DatabaseError | undefined;
  return {
    expire(timeoutMs) {
      error ??= new DatabaseError(
        "TIMEOUT",
        `A transaction was open longer than ${timeoutMs / 1000} s or used after its end; it must await only its own queries.`,
      );
      return error;
    },
    plugin: {
      transformQuery({ node }) {
        if (error) throw error;
        return node;
      },
      transformResult: async ({ result }) => result,
    },
  };
}
