import { type Kysely, sql } from "kysely";
import { type BinaryRowWriter, encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import type { CatalogImport, CreditRole, ImportedMovie, ImportOptions } from "./import.types.ts";
import { refreshSearchWords } from "./import-search-words.ts";

/** Stores genres and movies; returns the movies' ids in the order of the import. */
export async function importMovies(
  transaction: Kysely<Tables>,
  { genres, movies }: CatalogImport,
  { onProgress, signal }: ImportOptions,
): Promise<Int32Array> {
  onProgress?.("movies", 0, movies.length);
  const sourceName = Object.keys(movies[0]?.keys ?? {})[0] ?? "none";
  await createStagingSql.execute(transaction);
  const batches = encodeRows(movies.length, 26, (row, index) => {
    signal?.throwIfAborted();
    writeMovie(row, index, movies[index]!);
  });
  await copyIn(transaction, "imported_movies", batches);
  await sql`analyze imported_movies`.execute(transaction);
  await matchBySourceQuery(sourceName).execute(transaction);
  await matchByImdbSql.execute(transaction);
  await updateKnownSql.execute(transaction);
  await insertNewQuery(sourceName).execute(transaction);
  await matchBySourceQuery(sourceName).execute(transaction);
  await addTotalsSql.execute(transaction);
  await insertGenresQuery(genres).execute(transaction);
  await removeGenresSql.execute(transaction);
  await addGenresSql.execute(transaction);
  await refreshSearchWords(transaction);
  const { rows } = await movieIdsSql.execute(transaction);
  signal?.throwIfAborted();
  onProgress?.("movies", movies.length, movies.length);
  return Int32Array.from(rows, ({ movieId }) => movieId);
}

const createStagingSql = sql`
  create temporary table imported_movies (
    position integer primary key, movie_id integer,
    source_key text, slug text, title text, original_title text, normalized_title text, year smallint,
    overview text, runtime_minutes integer, imdb_id text, tmdb_id integer, wikipedia_page text,
    thumbnail_url text, thumbnail_width integer, thumbnail_height integer,
    directors text[], cast_names text[], countries text[], languages text[], themes text[], genres text[],
    search_original_title text, search_people text, search_themes text, search_overview text
  ) on commit drop`;

function writeMovie(row: BinaryRowWriter, position: number, movie: ImportedMovie): void {
  row.int4(position);
  row.int4(null);
  row.text(Object.values(movie.keys)[0]!);
  row.text(movie.slug);
  row.text(movie.title);
  row.text(movie.originalTitle);
  row.text(movie.normalized.title);
  row.int2(movie.year);
  row.text(movie.overview);
  row.int4(movie.runtimeMinutes);
  row.text(movie.imdbId);
  row.int4(movie.tmdbId);
  row.text(movie.wikipediaPage);
  row.text(movie.thumbnail?.url ?? null);
  row.int4(movie.thumbnail?.width ?? null);
  row.int4(movie.thumbnail?.height ?? null);
  row.textArray(namesOf(movie, "director"));
  row.textArray(namesOf(movie, "cast"));
  row.textArray(movie.countries);
  row.textArray(movie.languages);
  row.textArray(movie.themes.map(({ name }) => name));
  row.textArray(movie.genres);
  row.text(movie.normalized.originalTitle);
  row.text(movie.normalized.people);
  row.text(movie.normalized.themes);
  row.text(movie.normalized.overview);
}

const namesOf = ({ credits }: ImportedMovie, wanted: CreditRole) =>
  credits.filter(({ role }) => role === wanted).map(({ name }) => name);

const matchBySourceQuery = (sourceName: string) => sql`
  update imported_movies as imported set movie_id = movies.id
  from movies
  where imported.movie_id is null and movies.source_name = ${sourceName} and movies.source_key = imported.source_key`;

const matchByImdbSql = sql`
  update imported_movies as imported set movie_id = movies.id
  from movies
  where imported.movie_id is null and movies.imdb_id = imported.imdb_id`;

// "simple": the texts are already normalized, and stemming would fit one language only
const searchSql = sql`
  setweight(to_tsvector('simple', imported.normalized_title || ' ' || imported.search_original_title), 'A')
    || setweight(to_tsvector('simple', imported.search_people), 'B')
    || setweight(to_tsvector('simple', imported.search_themes), 'C')
    || setweight(to_tsvector('simple', imported.search_overview), 'D')`;

/** What an import brings for a film; key, slug and source stay as they were at insertion. */
const contentColumns = [
  ...["title", "original_title", "normalized_title", "year", "overview", "runtime_minutes", "imdb_id", "tmdb_id"],
  ...["wikipedia_page", "thumbnail_url", "thumbnail_width", "thumbnail_height"],
  ...["directors", "cast_names", "countries", "languages", "themes"],
];

const updateKnownSql = sql`
  update movies set
    ${sql.raw(contentColumns.map((column) => `${column} = imported.${column}`).join(", "))},
    search = ${searchSql}
  from imported_movies as imported
  where movies.id = imported.movie_id`;

const insertNewQuery = (sourceName: string) => sql`
  insert into movies (key, slug, source_name, source_key, ${sql.raw(contentColumns.join(", "))}, search)
  select
    coalesce(imported.imdb_id, named.slug), named.slug, ${sourceName}, imported.source_key,
    ${sql.raw(contentColumns.map((column) => `imported.${column}`).join(", "))}, ${searchSql}
  from imported_movies as imported
  cross join lateral (
    select imported.slug || case when exists (select from movies where movies.slug = imported.slug)
      then '-' || imported.source_key else '' end as slug
  ) as named
  where imported.movie_id is null
  order by imported.position`;

const addTotalsSql = sql`
  insert into movie_totals (movie_id) select movie_id from imported_movies on conflict do nothing`;

const insertGenresQuery = (genres: CatalogImport["genres"]) => sql`
  insert into genres (slug, name)
  select slug, name from unnest(${genres.map(({ slug }) => slug)}::text[], ${genres.map(({ name }) => name)}::text[])
    as imported (slug, name)
  where not exists (select from genres where genres.slug = imported.slug)`;

const removeGenresSql = sql`
  delete from movie_genres using imported_movies as imported, genres
  where movie_genres.movie_id = imported.movie_id and genres.id = movie_genres.genre_id
    and genres.slug <> all (imported.genres)`;

const addGenresSql = sql`
  insert into movie_genres (movie_id, genre_id)
  select imported.movie_id, genres.id
  from imported_movies as imported join genres on genres.slug = any (imported.genres)
  on conflict do nothing`;

const movieIdsSql = sql<{ movieId: number }>`select movie_id from imported_movies order by position`;
