import { type Kysely, sql } from "kysely";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import type { ImportOptions } from "./import.types.ts";

/** Stores the viewers that are not there yet; returns the ids of all in the order of the import. */
export async function importViewers(
  transaction: Kysely<Tables>,
  viewerKeys: readonly string[],
  { signal }: ImportOptions,
): Promise<Int32Array> {
  await sql`
    create temporary table imported_viewers (position integer primary key, source_key text) on commit drop`.execute(
    transaction,
  );
  const batches = encodeRows(viewerKeys.length, 2, (row, index) => {
    row.int4(index);
    row.text(viewerKeys[index]!);
  });
  await copyIn(transaction, "imported_viewers", batches);
  await insertNewSql.execute(transaction);
  const { rows } = await viewerIdsSql.execute(transaction);
  signal?.throwIfAborted();
  return Int32Array.from(rows, ({ id }) => id);
}

const insertNewSql = sql`
  insert into viewers (source_key)
  select source_key from imported_viewers as imported
  where not exists (select from viewers where viewers.source_key = imported.source_key)
  order by position`;

const viewerIdsSql = sql<{ id: number }>`
  select viewers.id from imported_viewers join viewers using (source_key) order by position`;
