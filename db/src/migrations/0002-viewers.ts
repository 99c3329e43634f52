import { type QueryExecutorProvider, sql } from "kysely";

/** Viewers, their ratings, dismissals and watchlists, and visits. */
export async function createViewers(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table viewers (
      id integer generated always as identity primary key,
      source_key text unique,
      account_id text unique,
      era text not null default 'ANY' check (era in ('OLD', 'NEW', 'ANY')),
      recommendations_version integer not null default 0,
      created_at timestamptz not null default now()
    )`.execute(database);
  await sql`
    create table ratings (
      viewer_id integer not null references viewers on delete cascade,
      movie_id integer not null references movies on delete cascade,
      half_stars smallint not null check (half_stars between 1 and 10),
      rated_at timestamptz not null,
      primary key (viewer_id, movie_id)
    )`.execute(database);
  await sql`create index ratings_movie on ratings (movie_id)`.execute(database);
  await sql`create index ratings_rated_at on ratings (rated_at)`.execute(database);
  for (const table of ["dismissals", "watchlist_entries"]) {
    await sql`
      create table ${sql.table(table)} (
        viewer_id integer not null references viewers on delete cascade,
        movie_id integer not null references movies on delete cascade,
        created_at timestamptz not null default now(),
        primary key (viewer_id, movie_id)
      )`.execute(database);
  }
  await sql`
    create table visits (
      id bigint generated always as identity primary key,
      visitor_id text not null,
      started_at timestamptz not null default now()
    )`.execute(database);
  await sql`create index visits_visitor on visits (visitor_id)`.execute(database);
  await keepTotalsWhenAViewerGoes(database);
}

/** A viewer can also go by cascade from an account; the totals must then lose the viewer's ratings too. */
async function keepTotalsWhenAViewerGoes(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create function subtract_viewer_ratings() returns trigger language plpgsql as $$
    begin
      perform from movie_totals
        where movie_id in (select movie_id from ratings where viewer_id = old.id)
        order by movie_id for update;
      update movie_totals set
        rating_count = rating_count - 1,
        half_star_sum = half_star_sum - ratings.half_stars,
        histogram[ratings.half_stars] = histogram[ratings.half_stars] - 1,
        bayesian_rating = case when rating_count = 1 then 0 else
          (prior.mean * prior.weight + (half_star_sum - ratings.half_stars) / 2.0) / (prior.weight + rating_count - 1) end
      from ratings, rating_prior as prior
      where ratings.viewer_id = old.id and movie_totals.movie_id = ratings.movie_id;
      return old;
    end $$`.execute(database);
  await sql`
    create trigger viewers_subtract_ratings before delete on viewers
    for each row execute function subtract_viewer_ratings()`.execute(database);
}
