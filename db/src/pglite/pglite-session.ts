// Statements on one worker: timeouts, bulk copy, rows as objects.

import { copyHeader, copyTrailer } from "../copy/binary-writer.ts";
import { type CopyInput, isCopyInput, isCopyOutput } from "../copy/copy.ts";
import type { WorkerConnection } from "./worker-connection.ts";
import type { WorkerResult } from "./worker-messages.ts";

/** What Kysely's PGlite dialect reads of a result. */
export interface StatementResult {
  readonly rows: Record<string, unknown>[];
  readonly affectedRows?: number;
  readonly fields: { readonly name: string; readonly dataTypeID: number }[];
}

/** @param timeoutMs 0: no limit */
export async function runStatement(
  connection: WorkerConnection,
  sql: string,
  parameters: readonly unknown[],
  timeoutMs: number,
): Promise<StatementResult> {
  const [only] = parameters;
  if (isCopyInput(only)) return copyBatches(connection, sql, only, timeoutMs);
  if (isCopyOutput(only)) {
    const { blob } = await limited(connection, sql.replace("to stdout", "to '/dev/blob'"), [], timeoutMs);
    if (blob) only.write(new Uint8Array(await blob.arrayBuffer()));
    return { rows: [], fields: [] };
  }
  return toObjects(await limited(connection, sql, parameters, timeoutMs));
}

/** PGlite takes a copy's bytes whole, so each batch is a statement of its own. */
async function copyBatches(
  connection: WorkerConnection,
  sql: string,
  { batches }: CopyInput,
  timeoutMs: number,
): Promise<StatementResult> {
  for (const batch of batches) {
    const bytes = new Uint8Array(copyHeader.length + batch.length + copyTrailer.length);
    bytes.set(copyHeader);
    bytes.set(batch, copyHeader.length);
    bytes.set(copyTrailer, copyHeader.length + batch.length);
    await limited(connection, sql.replace("from stdin", "from '/dev/blob'"), [], timeoutMs, bytes.buffer);
  }
  return { rows: [], fields: [] };
}

/** `statement_timeout` never fires in PGlite: here the worker is ended, and the client opens another. */
async function limited(
  connection: WorkerConnection,
  sql: string,
  parameters: readonly unknown[],
  timeoutMs: number,
  blob?: ArrayBuffer,
): Promise<WorkerResult> {
  const request = connection.request({ kind: "query", sql, parameters, ...(blob && { blob }) });
  if (timeoutMs === 0) return request;
  const timer = setTimeout(() => void connection.end(timeoutError()), timeoutMs);
  try {
    return await request;
  } finally {
    clearTimeout(timer);
  }
}

/** As Postgres words and numbers it. */
function timeoutError(): Error {
  return Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" });
}

function toObjects({ columns, rows, affectedRows }: WorkerResult): StatementResult {
  return {
    rows: rows.map((values) => Object.fromEntries(columns.map((name, index) => [name, values[index]]))),
    fields: columns.map((name) => ({ name, dataTypeID: 0 })),
    ...(affectedRows !== undefined && { affectedRows }),
  };
}
