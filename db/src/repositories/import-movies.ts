// Films of an import: copied into a temporary table, recognized, and written where they differ from what is stored.
import { type Kysely, sql } from "kysely";
import { type BinaryRowWriter, encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import type { CatalogImport, ImportedMovie, ImportOptions } from "./import.types.ts";
import { importDetails } from "./import-details.ts";
import { copyKeys, recognizeMovies } from "./import-recognition.ts";
import { refreshSearchWords } from "./import-search-words.ts";

/** Stores genres and movies; returns the movies' ids in the order of the import. Rows that would not change are not written. */
export async function importMovies(
  transaction: Kysely<Tables>,
  { genres, movies }: CatalogImport,
  { onProgress, signal }: ImportOptions,
): Promise<Int32Array> {
  onProgress?.("movies", 0, movies.length);
  await createStagingSql.execute(transaction);
  const batches = encodeRows(movies.length, stagedColumns.length, (row, index) => {
    signal?.throwIfAborted();
    writeMovie(row, index, movies[index]!);
  });
  await copyIn(transaction, `imported_movies (${stagedColumns.join(", ")})`, batches);
  await copyKeys(transaction, movies);
  await sql`analyze imported_movies`.execute(transaction);
  await recognizeMovies(transaction);
  await freeImdbIds(transaction);
  const updated = await updateKnownSql.execute(transaction);
  await chooseFreeSlugs(transaction);
  await chooseKeysSql.execute(transaction);
  const inserted = await insertNewSql.execute(transaction);
  await findNewSql.execute(transaction);
  await addTotalsSql.execute(transaction);
  await importDetails(transaction, genres, movies, signal);
  if (updated.numAffectedRows || inserted.numAffectedRows) await refreshSearchWords(transaction);
  const { rows } = await movieIdsSql.execute(transaction);
  signal?.throwIfAborted();
  onProgress?.("movies", movies.length, movies.length);
  return Int32Array.from(rows, ({ movieId }) => movieId);
}

/** What an import brings for a film; key and slug stay as they were at insertion. */
const contentColumns = [
  ...["title", "original_title", "normalized_title", "year", "overview", "runtime_minutes", "imdb_id", "tmdb_id"],
  ...["wikipedia_page", "thumbnail_url", "thumbnail_width", "thumbnail_height", "tmdb_poster_path"],
  ...["vote_average", "vote_count", "countries", "languages", "provenance"],
];
const searchColumns = ["search_original_title", "search_people", "search_themes", "search_overview"];
const stagedColumns = ["position", "known_id", "slug", ...contentColumns, ...searchColumns];

const createStagingSql = sql`
  create temporary table imported_movies (
    position integer primary key, movie_id integer, known_id integer,
    new_key text, slug text, title text, original_title text, normalized_title text, year smallint,
    overview text, runtime_minutes integer, imdb_id text, tmdb_id integer, wikipedia_page text,
    thumbnail_url text, thumbnail_width integer, thumbnail_height integer, tmdb_poster_path text,
    vote_average real, vote_count integer, countries text[], languages text[], provenance text,
    search_original_title text, search_people text, search_themes text, search_overview text
  ) on commit drop`;

function writeMovie(row: BinaryRowWriter, position: number, movie: ImportedMovie): void {
  row.int4(position);
  row.int4(movie.movieId);
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
  row.text(movie.tmdbPosterPath);
  row.float4(movie.votes?.average ?? null);
  row.int4(movie.votes?.count ?? null);
  row.textArray(movie.countries);
  row.textArray(movie.languages);
  row.text(JSON.stringify(movie.provenance));
  row.text(movie.normalized.originalTitle);
  row.text(movie.normalized.people);
  row.text(movie.normalized.themes);
  row.text(movie.normalized.overview);
}

/** An IMDb id may move from one film to another, but no two may have it at any time. */
async function freeImdbIds(transaction: Kysely<Tables>): Promise<void> {
  // of a film that the import does not touch: that one keeps it
  await sql`
    update imported_movies as imported set imdb_id = null
    from movies
    where movies.imdb_id = imported.imdb_id and movies.id is distinct from imported.movie_id
      and not exists (select from imported_movies as taken where taken.movie_id = movies.id)`.execute(transaction);
  await sql`
    update movies set imdb_id = null
    from imported_movies as imported
    where movies.id = imported.movie_id and movies.imdb_id <> imported.imdb_id`.execute(transaction);
}

// "simple": the texts are already normalized, and stemming would fit one language only
const searchSql = sql`
  setweight(to_tsvector('simple', imported.normalized_title || ' ' || imported.search_original_title), 'A')
    || setweight(to_tsvector('simple', imported.search_people), 'B')
    || setweight(to_tsvector('simple', imported.search_themes), 'C')
    || setweight(to_tsvector('simple', imported.search_overview), 'D')`;

/** The column of the import as it is stored: JSON was copied as text. */
const importedColumn = (column: string) => `imported.${column}${column === "provenance" ? "::jsonb" : ""}`;
const importedContent = sql.raw(contentColumns.map(importedColumn).join(", "));

// `offset 0`: the texts are taken apart once, not for comparing and for writing
const updateKnownSql = sql`
  update movies set
    ${sql.raw(contentColumns.map((column) => `${column} = ${importedColumn(column)}`).join(", "))},
    search = imported.search
  from (select imported.*, ${searchSql} as search from imported_movies as imported offset 0) as imported
  where movies.id = imported.movie_id
    and (${sql.raw(contentColumns.map((column) => `movies.${column}`).join(", "))}, movies.search)
      is distinct from (${importedContent}, imported.search)`;

/** A new film whose slug is taken gets the next free number: "emma-1996-2". */
async function chooseFreeSlugs(transaction: Kysely<Tables>): Promise<void> {
  const { rows: colliding } = await collidingSlugsSql.execute(transaction);
  if (colliding.length === 0) return;
  const { rows: taken } = await takenSlugsSql.execute(transaction);
  const used = new Set(taken.map(({ slug }) => slug));
  for (const { position, slug } of colliding) {
    let copy = 2;
    while (used.has(`${slug}-${copy}`)) copy++;
    const free = `${slug}-${copy}`;
    used.add(free);
    await sql`update imported_movies set slug = ${free} where position = ${position}`.execute(transaction);
  }
}

const collidingSlugsSql = sql<{ position: number; slug: string }>`
  select position, imported.slug from imported_movies as imported join movies on movies.slug = imported.slug
  where movie_id is null order by position`;

const takenSlugsSql = sql<{ slug: string }>`
  select slug from movies union select slug from imported_movies where movie_id is null`;

// not while inserting: looking for each key among rows that have just come would take the square of the time
const chooseKeysSql = sql`
  update imported_movies as imported set new_key =
    case when imdb_id is null or exists (select from movies where movies.key = imported.imdb_id) then slug else imdb_id end
  where movie_id is null`;

const insertNewSql = sql`
  insert into movies (key, slug, ${sql.raw(contentColumns.join(", "))}, search)
  select imported.new_key, imported.slug, ${importedContent}, ${searchSql}
  from imported_movies as imported
  where imported.movie_id is null
  order by imported.position`;

const findNewSql = sql`
  update imported_movies as imported set movie_id = movies.id
  from movies where imported.movie_id is null and movies.slug = imported.slug`;

const addTotalsSql = sql`
  insert into movie_totals (movie_id) select movie_id from imported_movies on conflict do nothing`;

const movieIdsSql = sql<{ movieId: number }>`select movie_id from imported_movies order by position`;
