// Bulk copy through Kysely: the driver of each database recognizes a CopyInput or CopyOutput as the only parameter of
// a statement and moves the bytes its own way. So a copy runs inside any transaction, on both databases alike.
import { CompiledQuery, type Kysely } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";

/** Batches of encoded rows, without header and trailer. */
export interface CopyInput {
  readonly copy: "in";
  readonly batches: Iterable<Uint8Array<ArrayBuffer>>;
}

/** Takes the copied bytes, header and trailer included, as they arrive. */
export interface CopyOutput {
  readonly copy: "out";
  readonly write: (chunk: Uint8Array) => void;
}

export function isCopyInput(parameter: unknown): parameter is CopyInput {
  return (parameter as CopyInput | undefined)?.copy === "in";
}

export function isCopyOutput(parameter: unknown): parameter is CopyOutput {
  return (parameter as CopyOutput | undefined)?.copy === "out";
}

/**
 * Appends rows that `encodeRows` made to a table, all or none.
 * @param target the table and its columns as SQL: "ratings (viewer_id, movie_id)"
 */
export async function copyIn(
  kysely: Kysely<Tables>,
  target: string,
  batches: Iterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const input: CopyInput = { copy: "in", batches };
  const statement = CompiledQuery.raw(copyInSql(target), [input]);
  await inTransaction(kysely, (transaction) => transaction.executeQuery(statement), { timeoutMs: null });
}

/**
 * Copies the rows of a query out, in binary.
 * @param query SQL without parameters (COPY takes none): write only numbers of our own into it
 */
export async function copyOut(kysely: Kysely<Tables>, query: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const output: CopyOutput = { copy: "out", write: (chunk) => chunks.push(chunk) };
  await kysely.executeQuery(CompiledQuery.raw(copyOutSql(query), [output]));
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

export const copyInSql = (target: string): string => `copy ${target} from stdin (format binary)`;
export const copyOutSql = (query: string): string => `copy (${query}) to stdout (format binary)`;
