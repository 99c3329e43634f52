import { type QueryExecutorProvider, sql } from "kysely";

/** Where ratings wait until all of an import are there, and the ledger of the chunks that have come. */
export async function createRatingImports(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table rating_imports (
      id integer generated always as identity primary key,
      source text not null,
      fingerprint text not null,
      state text not null default 'staging' check (state in ('staging', 'staged', 'imported')),
      started_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(database);
  await sql`
    create table rating_chunks (
      import_id integer not null references rating_imports on delete cascade,
      index integer not null,
      rows integer not null,
      rejected integer not null,
      findings jsonb not null,
      primary key (import_id, index)
    )`.execute(database);
  // unlogged: written twice as fast, and empty after a crash of the server, which the ledger then shows
  await sql`
    create unlogged table staged_ratings (
      import_id integer not null,
      viewer integer not null,
      movie integer not null,
      half_stars smallint not null check (half_stars between 1 and 10),
      rated_at timestamptz not null
    )`.execute(database);
  // whole tables instead of temporary ones: only those are read in parallel
  await sql`
    create unlogged table staged_movies (movie integer primary key, movie_id integer not null)`.execute(database);
  await sql`
    create unlogged table staged_viewers (
      import_id integer, viewer integer, viewer_id integer, primary key (import_id, viewer)
    )`.execute(database);
  // the sampler's viewers have numbers, as those of all other sources
  await sql`
    update viewers set source_key = 'sampler:' || substring(source_key from '\\d+$')
    where source_key ~ '^sampler:simulated-\\d+$'`.execute(database);
}
