// What Kysely's PGliteDialect calls, over a worker that can be lost and opened again. One statement or transaction runs
// at a time: PGlite has a single session.
import type { PGliteDialectConfig } from "kysely";
import { DatabaseError } from "../database-error.ts";
import { createMutex } from "./mutex.ts";
import { runStatement, type StatementResult } from "./pglite-session.ts";
import { startWorker, type WorkerConnection } from "./worker-connection.ts";

export interface PgliteClientOptions {
  readonly folder: string | undefined;
  readonly loadDataDir: Blob | undefined;
  readonly queryTimeoutMs: number;
  /** Statements that every new session begins with. */
  readonly settings: readonly string[];
  readonly onNotice: (notice: string) => void;
}

type KyselyPglite = Exclude<PGliteDialectConfig["pglite"], (...args: never[]) => unknown>;

export interface PgliteClient extends KyselyPglite {
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>;
  dump(): Promise<Blob>;
}

const statementTimeoutPattern = /^set (?:local )?statement_timeout = (\d+)$/i;

export async function openPgliteClient(options: PgliteClientOptions): Promise<PgliteClient> {
  const { folder, loadDataDir, queryTimeoutMs, settings, onNotice } = options;
  const exclusively = createMutex();
  const handlers = new Map<string, Set<(payload: string) => void>>();
  let closed = false;
  let session: Promise<WorkerConnection> | undefined;

  /** A worker with a session as the last one left it: its settings and the channels it listened on. */
  const openSession = async (): Promise<WorkerConnection> => {
    const connection = await startWorker(
      { folder, loadDataDir: session ? undefined : loadDataDir },
      {
        onNotification: (channel, payload) => handlers.get(channel)?.forEach((handler) => void handler(payload)),
        onLost,
      },
    );
    const channels = [...handlers.keys()].map((channel) => `listen ${quote(channel)}`);
    for (const statement of [...settings, ...channels]) await runStatement(connection, statement, [], 0);
    return connection;
  };
  const onLost = (reason: Error): void => {
    if (closed || !session) return;
    if (folder) onNotice(`The database worker ended (${reason.message}); opening the database again.`);
    session = folder ? openSession() : Promise.reject(lostInMemory(reason));
    session.catch(() => undefined);
  };
  session = Promise.resolve(await openSession());

  const getSession = async (): Promise<WorkerConnection> => {
    if (closed) throw new DatabaseError("CLOSED", "The database is closed; open it again to go on.");
    const connection = await session!;
    return connection.isLost() ? getSession() : connection;
  };
  const query = (sql: string, parameters: readonly unknown[] = []): Promise<StatementResult> =>
    exclusively(async () => runStatement(await getSession(), sql, parameters, queryTimeoutMs));

  return {
    ready: true,
    waitReady: Promise.resolve(),
    get closed() {
      return closed;
    },
    query: query as KyselyPglite["query"],
    transaction: (callback) =>
      exclusively(async () => {
        let connection: WorkerConnection;
        try {
          connection = await getSession();
          await runStatement(connection, "begin", [], queryTimeoutMs);
        } catch (error) {
          // Kysely waits for the callback: it gets a transaction in which everything fails
          await callback(transactionOf(() => Promise.reject(error))).catch(() => undefined);
          throw error;
        }
        let timeoutMs = queryTimeoutMs;
        const run = (sql: string, parameters: readonly unknown[] = []): Promise<StatementResult> => {
          timeoutMs = Number(statementTimeoutPattern.exec(sql)?.[1] ?? timeoutMs);
          return runStatement(connection, sql, parameters, timeoutMs);
        };
        try {
          const result = await callback(transactionOf(run));
          // after an error that was swallowed, PGlite would answer a commit with success although it rolls back
          await run("select 1");
          await run("commit");
          return result;
        } catch (error) {
          await run("rollback").catch(() => undefined);
          throw error;
        }
      }),
    async listen(channel, handler) {
      const own = (payload: string): void => handler(payload);
      const known = handlers.get(channel);
      if (known) known.add(own);
      else handlers.set(channel, new Set([own]));
      await query(`listen ${quote(channel)}`);
      return async () => {
        handlers.get(channel)?.delete(own);
        if (closed || handlers.get(channel)?.size !== 0) return;
        handlers.delete(channel);
        await query(`unlisten ${quote(channel)}`);
      };
    },
    dump: () => exclusively(async () => (await (await getSession()).request({ kind: "dump" })).blob!),
    close: () =>
      exclusively(async () => {
        if (closed) return;
        const connection = await session!.catch(() => undefined);
        closed = true;
        if (!connection || connection.isLost()) return;
        await runStatement(connection, "checkpoint", [], 0);
        await connection.request({ kind: "close" });
        await connection.end(new Error("The database was closed."));
      }),
  };
}

function transactionOf(run: (sql: string, parameters?: readonly unknown[]) => Promise<StatementResult>) {
  return {
    query: run as KyselyPglite["query"],
    rollback: async () => {
      await run("rollback");
    },
  };
}

function lostInMemory(cause: Error): DatabaseError {
  const message = "The database in memory was lost with its worker; open a new one.";
  return new DatabaseError("CLOSED", message, { cause });
}

function quote(channel: string): string {
  return `"${channel.replaceAll('"', '""')}"`;
}
