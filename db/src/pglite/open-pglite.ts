import { resolve } from "node:path";
import { PGliteDialect, sql } from "kysely";
import type { Database, DatabaseOptions } from "../database.types.ts";
import { createKysely } from "../kysely.ts";
import { sessionSettings } from "../session-settings.ts";
import { inTransaction } from "../transaction.ts";
import { keepCheckpoints } from "./checkpoints.ts";
import { lockFolder } from "./folder-lock.ts";
import { openPgliteClient } from "./pglite-client.ts";

/** @throws {DatabaseError} IN_USE when another process holds the folder. */
export async function openPglite({
  folder,
  loadDataDir,
  queryTimeoutMs = 60_000,
  onNotice = () => undefined,
}: DatabaseOptions): Promise<Database> {
  const dataFolder = folder === undefined || folder === "memory://" ? undefined : resolve(folder);
  const unlock = dataFolder === undefined ? () => undefined : lockFolder(dataFolder);
  try {
    const settings = Object.entries(sessionSettings).map(([name, value]) => `set ${name} = '${value}'`);
    const client = await openPgliteClient({ folder: dataFolder, loadDataDir, queryTimeoutMs, settings, onNotice });
    const kysely = createKysely(new PGliteDialect({ pglite: client }));
    const stopCheckpoints = keepCheckpoints(async (statement) => {
      const { rows } = await client.query<{ value: number }>(statement);
      return rows[0]?.value ?? 0;
    });
    return {
      kysely,
      kind: "pglite",
      description: dataFolder === undefined ? "PGlite in memory" : `PGlite in ${dataFolder}`,
      transaction: (run, options) => inTransaction(kysely, run, options),
      listen: client.listen,
      async notify(channel, payload) {
        await sql`select pg_notify(${channel}, ${payload})`.execute(kysely);
      },
      dump: client.dump,
      async close() {
        stopCheckpoints();
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
