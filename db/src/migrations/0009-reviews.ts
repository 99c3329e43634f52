import { type QueryExecutorProvider, sql } from "kysely";

/** What people wrote about films: viewers here, and reviewers elsewhere. */
export async function createReviews(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table reviews (
      id integer generated always as identity primary key,
      movie_id integer not null references movies on delete cascade,
      viewer_id integer references viewers on delete cascade,
      source text not null,
      source_key text,
      author text,
      text text not null,
      half_stars smallint check (half_stars between 1 and 10),
      sentiment text not null check (sentiment in ('POSITIVE', 'NEGATIVE', 'NEUTRAL')),
      positive_probability real not null check (positive_probability between 0 and 1),
      judged_by text not null,
      written_at timestamptz,
      sorted_at timestamptz not null generated always as (coalesce(written_at, 'epoch'::timestamptz)) stored,
      updated_at timestamptz not null default now(),
      unique (source, source_key),
      unique (viewer_id, movie_id),
      check ((source = 'viewer') = (viewer_id is not null)),
      check ((source = 'viewer') = (source_key is null))
    )`.execute(database);
  await sql`create index reviews_movie_page on reviews (movie_id, sorted_at desc, id desc)`.execute(database);
  // answers a film's summary from the index alone
  await sql`create index reviews_movie_sentiment on reviews (movie_id, sentiment)`.execute(database);
}
