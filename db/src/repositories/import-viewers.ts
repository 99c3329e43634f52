import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

/** Stores the viewers of the staged ratings that are not there yet, and tells who is who; returns how many they are. */
export async function importViewers(transaction: Kysely<Tables>): Promise<number> {
  await sql`analyze staged_ratings`.execute(transaction);
  await sql`truncate staged_viewers`.execute(transaction);
  await sql`
    insert into staged_viewers (import_id, viewer) select distinct import_id, viewer from staged_ratings`.execute(
    transaction,
  );
  await insertNewSql.execute(transaction);
  const { numAffectedRows } = await findIdsSql.execute(transaction);
  await sql`analyze staged_viewers`.execute(transaction);
  return Number(numAffectedRows);
}

const insertNewSql = sql`
  insert into viewers (source_key)
  select source || ':' || viewer from staged_viewers join rating_imports on rating_imports.id = import_id
  where not exists (select from viewers where source_key = source || ':' || viewer)
  order by import_id, viewer`;

const findIdsSql = sql`
  update staged_viewers set viewer_id = viewers.id
  from rating_imports, viewers
  where rating_imports.id = import_id and viewers.source_key = source || ':' || viewer`;
