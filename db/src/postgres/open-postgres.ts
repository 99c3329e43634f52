import { PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Database, DatabaseOptions } from "../database.types.ts";
import { DatabaseError } from "../database-error.ts";
import { createKysely } from "../kysely.ts";
import { sessionSettings } from "../session-settings.ts";
import { inTransaction } from "../transaction.ts";
import { copyingPool } from "./copying-pool.ts";
import { postgresListener } from "./listener.ts";
import { poolTypes } from "./pool-types.ts";
import { describeAddress, unreachable } from "./server-address.ts";

/** @throws {DatabaseError} UNREACHABLE when no server answers, or it refuses us. */
export async function openPostgres({
  url,
  queryTimeoutMs = 60_000,
  onNotice = () => undefined,
}: DatabaseOptions & { readonly url: string }): Promise<Database> {
  const address = describeAddress(url);
  const config = {
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "matinee",
    options: Object.entries(sessionSettings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  };
  const pool = new pg.Pool({
    ...config,
    max: 10,
    statement_timeout: queryTimeoutMs,
    idle_in_transaction_session_timeout: 5 * 60_000,
    types: poolTypes,
  });
  // without handlers, a server that restarts would end this process
  const onLost = (error: Error): void =>
    onNotice(`A connection to Postgres at ${address} was lost (${error.message}).`);
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", () => undefined)); // the running query rejects, or the pool tells
  const kysely = createKysely(new PostgresDialect({ pool: copyingPool(pool, (error) => unreachable(address, error)) }));
  const listener = postgresListener(config, onNotice);
  try {
    await sql`select 1`.execute(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return {
    kysely,
    kind: "postgres",
    description: `Postgres at ${address}`,
    transaction: (run, options) => inTransaction(kysely, run, options),
    listen: listener.listen,
    async notify(channel, payload) {
      await sql`select pg_notify(${channel}, ${payload})`.execute(kysely);
    },
    dump: () =>
      Promise.reject(new DatabaseError("UNSUITABLE", "Only PGlite is dumped here; for a Postgres server use pg_dump.")),
    async close() {
      await listener.close();
      await kysely.destroy();
    },
  };
}
