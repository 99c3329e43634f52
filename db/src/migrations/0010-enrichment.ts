import { type QueryExecutorProvider, sql } from "kysely";

/** What services on the internet tell of films, and when which of them was asked. */
export async function createEnrichment(database: QueryExecutorProvider): Promise<void> {
  await sql`
    create table movie_enrichments (
      movie_id integer primary key references movies on delete cascade,
      backdrop_path text,
      trailer_key text,
      popularity real,
      imdb_rating real check (imdb_rating between 0 and 10),
      imdb_vote_count integer check (imdb_vote_count >= 0),
      tomatometer smallint check (tomatometer between 0 and 100),
      metascore smallint check (metascore between 0 and 100),
      awards text
    )`.execute(database);
  // a film that is being asked about has a row that expires in minutes: whoever was asking may have been killed
  await sql`
    create table enrichment_fetches (
      movie_id integer not null references movies on delete cascade,
      service text not null check (service in ('tmdb', 'omdb', 'wikipedia')),
      found boolean,
      error text,
      fetched_at timestamptz,
      expires_at timestamptz not null,
      primary key (movie_id, service)
    )`.execute(database);
}
