import { type QueryExecutorProvider, sql } from "kysely";

/** Films, genres, running totals and where the catalog came from. */
export async function createCatalog(database: QueryExecutorProvider): Promise<void> {
  await sql`create extension if not exists vector`.execute(database);
  await sql`create extension if not exists pg_trgm`.execute(database);
  await sql`
    create table movies (
      id integer generated always as identity primary key,
      key text not null unique,
      slug text not null unique,
      title text not null,
      original_title text,
      normalized_title text collate "C" not null,
      year smallint,
      overview text,
      runtime_minutes integer,
      imdb_id text unique,
      tmdb_id integer,
      wikipedia_page text,
      thumbnail_url text,
      thumbnail_width integer,
      thumbnail_height integer,
      directors text[] not null default '{}',
      cast_names text[] not null default '{}',
      countries text[] not null default '{}',
      languages text[] not null default '{}',
      themes text[] not null default '{}',
      source_name text not null,
      source_key text not null,
      search tsvector not null,
      unique (source_name, source_key)
    )`.execute(database);
  await sql`create index movies_search on movies using gin (search)`.execute(database);
  await sql`create index movies_title_trigrams on movies using gin (normalized_title gin_trgm_ops)`.execute(database);
  await sql`create index movies_title on movies (normalized_title, id)`.execute(database);
  await sql`create index movies_year on movies (year)`.execute(database);
  await sql`create index movies_tmdb on movies (tmdb_id)`.execute(database);
  await sql`
    create table genres (
      id smallint generated always as identity primary key,
      slug text not null unique,
      name text not null
    )`.execute(database);
  await sql`
    create table movie_genres (
      movie_id integer not null references movies on delete cascade,
      genre_id smallint not null references genres on delete cascade,
      primary key (movie_id, genre_id)
    )`.execute(database);
  await sql`create index movie_genres_genre on movie_genres (genre_id, movie_id)`.execute(database);
  await sql`
    create table movie_totals (
      movie_id integer primary key references movies on delete cascade,
      rating_count integer not null default 0,
      half_star_sum bigint not null default 0,
      histogram integer[] not null default '{0,0,0,0,0,0,0,0,0,0}' check (cardinality(histogram) = 10),
      bayesian_rating real not null default 0
    )`.execute(database);
  await sql`create index movie_totals_rating on movie_totals (bayesian_rating desc, movie_id)`.execute(database);
  await sql`create index movie_totals_count on movie_totals (rating_count desc, movie_id)`.execute(database);
  await sql`
    create table rating_prior (
      id boolean primary key default true check (id),
      mean real not null,
      weight real not null check (weight > 0)
    )`.execute(database);
  // stars in the middle of the scale, until the first import brings a mean
  await sql`insert into rating_prior (mean, weight) values (3, 25)`.execute(database);
  await sql`
    create table imports (
      id integer generated always as identity primary key,
      name text not null,
      fingerprint text not null,
      terms text not null,
      started_at timestamptz not null,
      finished_at timestamptz not null default now(),
      movie_count integer not null,
      viewer_count integer not null,
      rating_count integer not null,
      findings jsonb not null
    )`.execute(database);
}
