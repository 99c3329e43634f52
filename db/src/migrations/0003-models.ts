import { type QueryExecutorProvider, sql } from "kysely";

/** The model registry and the vectors of movies. */
export async function createModels(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table models (
      id integer generated always as identity primary key,
      engine text not null,
      version integer not null,
      status text not null default 'candidate' check (status in ('candidate', 'promoted', 'retired')),
      fingerprint text not null,
      hyperparameters jsonb not null,
      metrics jsonb not null,
      seed integer not null,
      item_count integer not null,
      byte_count integer not null default 0,
      training_seconds real not null,
      trained_at timestamptz not null default now(),
      unique (engine, version)
    )`.execute(database);
  await sql`create unique index models_promoted on models (engine) where status = 'promoted'`.execute(database);
  await sql`
    create table model_chunks (
      model_id integer not null references models on delete cascade,
      position integer not null,
      bytes bytea not null,
      primary key (model_id, position)
    )`.execute(database);
  // model bytes do not compress; trying to costs more than writing them
  await sql`alter table model_chunks alter column bytes set storage external`.execute(database);
  await sql`
    create table movie_vectors_384 (
      model_id integer not null references models on delete cascade,
      movie_id integer not null references movies on delete cascade,
      vector vector(384) not null,
      primary key (model_id, movie_id)
    ) partition by list (model_id)`.execute(database);
}
