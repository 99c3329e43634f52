import { type QueryExecutorProvider, sql } from "kysely";

/** Training runs with their curves, the history of promotions, and the item factors of promoted models. */
export async function createRegistry(database: QueryExecutorProvider): Promise<void> {
  // what is there was written before layouts had a number: 0 is no engine's
  await sql`
    alter table models
      add format_version smallint not null default 0,
      add pruned_at timestamptz`.execute(database);
  await sql`alter table models alter format_version drop default`.execute(database);
  await createPromotions(database);
  await createTrainingRuns(database);
  // vectors of any length: each partition holds one model, and a check holds its dimensions
  await sql`
    create table item_factors (
      model_id integer not null references models on delete cascade,
      movie_id integer not null references movies on delete cascade,
      factors vector not null,
      primary key (model_id, movie_id)
    ) partition by list (model_id)`.execute(database);
}

async function createPromotions(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table model_promotions (
      id integer generated always as identity primary key,
      model_id integer not null references models on delete cascade,
      promoted_at timestamptz not null default now(),
      withdrawn_at timestamptz
    )`.execute(database);
  await sql`create index model_promotions_model on model_promotions (model_id)`.execute(database);
  await sql`
    insert into model_promotions (model_id, promoted_at)
    select id, trained_at from models where status = 'promoted'`.execute(database);
}

async function createTrainingRuns(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table training_runs (
      id integer generated always as identity primary key,
      pipeline_run_id integer references pipeline_runs on delete set null,
      engine text not null,
      status text not null default 'running' check (status in ('running', 'succeeded', 'failed', 'cancelled')),
      hyperparameters jsonb not null,
      seed integer not null,
      threads smallint not null,
      fingerprint text not null,
      revision text not null,
      progress real not null default 0 check (progress between 0 and 1),
      metrics jsonb not null default '{}',
      model_id integer references models on delete set null,
      error text,
      started_at timestamptz not null default now(),
      heard_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(database);
  await sql`create index training_runs_pipeline on training_runs (pipeline_run_id)`.execute(database);
  await sql`create index training_runs_model on training_runs (model_id)`.execute(database);
  await sql`
    create table run_curves (
      run_id integer not null references training_runs on delete cascade,
      metric text not null,
      epoch integer not null,
      value real not null,
      primary key (run_id, metric, epoch)
    )`.execute(database);
}
