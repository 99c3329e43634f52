// Holds the PGlite instance in a thread of its own, since PGlite runs every query synchronously where it lives.
// The main thread decides on order, transactions and timeouts; here one request after another is carried out.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite, type Results } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { vector } from "@electric-sql/pglite-pgvector";
import { typeParsers } from "../type-parsers.ts";
import type { WorkerError, WorkerMessage, WorkerOptions, WorkerRequest, WorkerResult } from "./worker-messages.ts";

const port = parentPort!;
const { folder, loadDataDir } = workerData as WorkerOptions;
const errorFields = ["code", "severity", "detail", "hint", "position", "schema", "table", "column", "dataType"];
const constraintFields = ["constraint", "where", "routine"];

try {
  const pglite = await PGlite.create({
    dataDir: folder ?? "memory://",
    ...(loadDataDir && { loadDataDir }),
    extensions: { vector, pg_trgm },
    parsers: typeParsers,
  });
  pglite.onNotification((channel, payload) => send({ kind: "notification", channel, payload }));
  port.on("message", (request: WorkerRequest) => answer(pglite, request));
  send({ kind: "ready" });
} catch (error) {
  send({ kind: "failed", error: describe(error) });
}

async function answer(pglite: PGlite, request: WorkerRequest): Promise<void> {
  try {
    send({ kind: "result", id: request.id, result: await perform(pglite, request) });
  } catch (error) {
    send({ kind: "error", id: request.id, error: describe(error) });
  }
}

async function perform(pglite: PGlite, request: WorkerRequest): Promise<WorkerResult> {
  const nothing = { columns: [], rows: [], affectedRows: undefined, blob: undefined };
  if (request.kind === "dump") return { ...nothing, blob: await pglite.dumpDataDir("none") };
  if (request.kind === "close") {
    await pglite.close();
    return nothing;
  }
  const { fields, rows, affectedRows, blob }: Results<unknown[]> = await pglite.query(
    request.sql,
    [...request.parameters],
    { rowMode: "array", ...(request.blob && { blob: new Blob([request.blob]) }) },
  );
  return { columns: fields.map(({ name }) => name), rows, affectedRows, blob };
}

function describe(error: unknown): WorkerError {
  const source = error as Record<string, unknown>;
  const fields = [...errorFields, ...constraintFields].filter((name) => source[name] !== undefined);
  return {
    message: String(source.message ?? error),
    fatal: source.name === "RuntimeError" || source.name === "ExitStatus",
    fields: Object.fromEntries(fields.map((name) => [name, source[name]])),
  };
}

function send(message: WorkerMessage): void {
  port.postMessage(message);
}
