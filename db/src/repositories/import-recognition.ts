// Which stored film each imported one is.
import { type Kysely, type RawBuilder, sql } from "kysely";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import type { ImportedMovie } from "./import.types.ts";

export async function copyKeys(transaction: Kysely<Tables>, movies: readonly ImportedMovie[]): Promise<void> {
  await sql`
    create temporary table imported_keys (
      position integer, source text, key text, primary key (source, key)
    ) on commit drop`.execute(transaction);
  const keys = movies.flatMap((movie, position) =>
    Object.entries(movie.keys).map(([source, key]) => ({ position, source, key })),
  );
  const batches = encodeRows(keys.length, 3, (row, index) => {
    const { position, source, key } = keys[index]!;
    row.int4(position);
    row.text(source);
    row.text(key);
  });
  await copyIn(transaction, "imported_keys", batches);
  await sql`analyze imported_keys`.execute(transaction);
}

/** The ways to recognize a film, the surest first: what the caller knows, names in sources, IMDb id, TMDB id. */
const waysSql = [
  sql`
    select position, movies.id as movie_id from imported_movies as imported join movies on movies.id = imported.known_id
    where imported.movie_id is null`,
  sql`
    select position, movie_keys.movie_id from imported_movies as imported
    join imported_keys using (position) join movie_keys using (source, key)
    where imported.movie_id is null`,
  sql`
    select position, movies.id as movie_id from imported_movies as imported join movies using (imdb_id)
    where imported.movie_id is null`,
  sql`
    select position, movies.id as movie_id from imported_movies as imported join movies using (tmdb_id)
    where imported.movie_id is null and (movies.imdb_id is null or imported.imdb_id is null)`,
];

/** Sets `movie_id` of the imported films that are stored; no stored film is taken twice. */
export async function recognizeMovies(transaction: Kysely<Tables>): Promise<void> {
  for (const way of waysSql) await recognizeQuery(way).execute(transaction);
}

const recognizeQuery = (way: RawBuilder<unknown>) => sql`
  with candidates as (${way}), best as (
    select position, min(movie_id) as movie_id from candidates
    where not exists (select from imported_movies as taken where taken.movie_id = candidates.movie_id)
    group by position
  )
  update imported_movies as imported set movie_id = chosen.movie_id
  from (select min(position) as position, movie_id from best group by movie_id) as chosen
  where imported.position = chosen.position`;
