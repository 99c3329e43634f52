import { type QueryExecutorProvider, sql } from "kysely";

/** What each run of the pipeline did, step by step. */
export async function createPipelines(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table pipeline_runs (
      id integer generated always as identity primary key,
      status text not null default 'running' check (status in ('running', 'succeeded', 'failed', 'cancelled')),
      options jsonb not null,
      revision text not null,
      error text,
      started_at timestamptz not null default now(),
      heard_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(database);
  await sql`
    create table pipeline_steps (
      run_id integer not null references pipeline_runs on delete cascade,
      position smallint not null,
      name text not null,
      status text not null check (status in ('running', 'succeeded', 'skipped', 'failed', 'cancelled')),
      inputs jsonb not null,
      fingerprint text not null,
      output jsonb,
      error text,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      primary key (run_id, position)
    )`.execute(database);
}
