import { type QueryExecutorProvider, sql } from "kysely";

/** What the data looks like, measured once after each import. */
export async function createDataReports(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table data_reports (
      import_id integer primary key references imports on delete cascade,
      measured_at timestamptz not null default now(),
      report jsonb not null
    )`.execute(database);
}
