import { sql } from "kysely";
import type { Database } from "./database.types.ts";

/**
 * Lets viewers go with their accounts (`on delete cascade`). The accounts' table "user" is made by the sessions' own
 * migrations, so call this after those; calling it again changes nothing.
 */
export async function linkAccounts(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await sql`lock table viewers in share row exclusive mode`.execute(transaction);
    const { rows } = await sql`
      select from pg_constraint where conname = 'viewers_account' and conrelid = 'viewers'::regclass`.execute(
      transaction,
    );
    if (rows.length > 0) return;
    await sql`
      alter table viewers add constraint viewers_account
      foreign key (account_id) references "user" (id) on delete cascade`.execute(transaction);
  });
}
