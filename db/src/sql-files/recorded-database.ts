// An empty database in memory that keeps the text of every statement it is sent.
import { type Kysely, PGliteDialect } from "kysely";
import { createKysely } from "../kysely.ts";
import { migrate } from "../migrate.ts";
import { openPgliteClient } from "../pglite/pglite-client.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";

export interface RecordedDatabase {
  readonly kysely: Kysely<Tables>;
  /** The statements since the last call. */
  take(): string[];
  close(): Promise<void>;
}

export async function openRecordedDatabase(): Promise<RecordedDatabase> {
  const client = await openPgliteClient({
    folder: undefined,
    loadDataDir: undefined,
    queryTimeoutMs: 60_000,
    settings: [],
    onNotice: () => undefined,
  });
  let statements: string[] = [];
  const recording = <Query extends (sql: string, ...rest: never[]) => unknown>(query: Query): Query =>
    ((sql: string, ...rest: never[]) => {
      statements.push(sql);
      return query(sql, ...rest);
    }) as Query;
  const kysely = createKysely(
    new PGliteDialect({
      pglite: {
        ...client,
        closed: false,
        query: recording(client.query),
        transaction: (run) =>
          client.transaction((transaction) => run({ ...transaction, query: recording(transaction.query) })),
      },
    }),
  );
  await migrate({ transaction: (run, options) => inTransaction(kysely, run, options) });
  return {
    kysely,
    take() {
      const taken = statements;
      statements = [];
      return taken;
    },
    close: client.close,
  };
}
