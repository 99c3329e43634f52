// What belongs to films in tables of its own: genres, names in the sources, credits and themes. Rows that stay as they
// are are not written.
import { type Kysely, sql } from "kysely";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { CreditRole } from "../tables/catalog.tables.ts";
import type { Tables } from "../tables/tables.ts";
import type { CatalogImport, ImportedMovie } from "./import.types.ts";

/** After the films are stored; needs the temporary tables `imported_movies` and `imported_keys`. */
export async function importDetails(
  transaction: Kysely<Tables>,
  genres: CatalogImport["genres"],
  movies: readonly ImportedMovie[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await addKeysSql.execute(transaction);
  await importGenres(transaction, genres, movies);
  signal?.throwIfAborted();
  await importCredits(transaction, movies);
  signal?.throwIfAborted();
  await importThemes(transaction, movies);
}

/** A name in a source that is another film's now moves there; none is ever removed. */
const addKeysSql = sql`
  insert into movie_keys (source, key, movie_id)
  select source, key, movie_id from imported_keys join imported_movies using (position)
  on conflict (source, key) do update set movie_id = excluded.movie_id
  where movie_keys.movie_id <> excluded.movie_id`;

async function importGenres(
  transaction: Kysely<Tables>,
  genres: CatalogImport["genres"],
  movies: readonly ImportedMovie[],
): Promise<void> {
  await insertGenresQuery(genres).execute(transaction);
  await sql`
    create temporary table imported_genres (position integer, slug text) on commit drop`.execute(transaction);
  const listed = movies.flatMap((movie, position) => movie.genres.map((slug) => ({ position, slug })));
  const batches = encodeRows(listed.length, 2, (row, index) => {
    row.int4(listed[index]!.position);
    row.text(listed[index]!.slug);
  });
  await copyIn(transaction, "imported_genres", batches);
  await sql`
    create temporary table wanted_genres on commit drop as
    select distinct movie_id, genres.id as genre_id
    from imported_genres join imported_movies using (position) join genres on genres.slug = imported_genres.slug`.execute(
    transaction,
  );
  await sql`analyze wanted_genres`.execute(transaction);
  await sql`
    delete from movie_genres using imported_movies as imported
    where movie_genres.movie_id = imported.movie_id and not exists (
      select from wanted_genres as wanted
      where wanted.movie_id = movie_genres.movie_id and wanted.genre_id = movie_genres.genre_id
    )`.execute(transaction);
  await sql`
    insert into movie_genres (movie_id, genre_id) select movie_id, genre_id from wanted_genres
    on conflict do nothing`.execute(transaction);
}

const insertGenresQuery = (genres: CatalogImport["genres"]) => sql`
  insert into genres (slug, name)
  select slug, name from unnest(${genres.map(({ slug }) => slug)}::text[], ${genres.map(({ name }) => name)}::text[])
    as imported (slug, name)
  where not exists (select from genres where genres.slug = imported.slug)`;

/** People are found by their name, or new; a name without letters and digits is nobody's. */
async function importCredits(transaction: Kysely<Tables>, movies: readonly ImportedMovie[]): Promise<void> {
  await sql`
    create temporary table imported_credits (
      movie integer, role text, position smallint, person_key text collate "C", normalized_name text, name text,
      "character" text
    ) on commit drop`.execute(transaction);
  const credits = movies.flatMap(numberCredits);
  const batches = encodeRows(credits.length, 7, (row, index) => {
    const { movie, role, position, normalizedName, name, character } = credits[index]!;
    row.int4(movie);
    row.text(role);
    row.int2(position);
    row.text(normalizedName.replaceAll(" ", "-"));
    row.text(normalizedName);
    row.text(name);
    row.text(character);
  });
  await copyIn(transaction, "imported_credits", batches);
  await sql`
    insert into people (key, name, normalized_name)
    select person_key, (array_agg(name order by movie, position))[1], min(normalized_name)
    from imported_credits
    where not exists (select from people where people.key = person_key)
    group by person_key order by min(movie), person_key`.execute(transaction);
  await sql`
    create temporary table wanted_credits on commit drop as
    select movie_id, role, credits.position, people.id as person_id, "character"
    from imported_credits as credits
    join imported_movies on imported_movies.position = credits.movie
    join people on people.key = person_key`.execute(transaction);
  await sql`create index on wanted_credits (movie_id)`.execute(transaction);
  await sql`analyze wanted_credits`.execute(transaction);
  await sql`
    delete from credits using imported_movies as imported
    where credits.movie_id = imported.movie_id and not exists (
      select from wanted_credits as wanted
      where (wanted.movie_id, wanted.role, wanted.position) = (credits.movie_id, credits.role, credits.position)
    )`.execute(transaction);
  await sql`
    insert into credits (movie_id, role, position, person_id, "character") select * from wanted_credits
    on conflict (movie_id, role, position) do update
    set person_id = excluded.person_id, "character" = excluded."character"
    where (credits.person_id, credits."character") is distinct from (excluded.person_id, excluded."character")`.execute(
    transaction,
  );
}

/** Positions from 1 within each role. */
function numberCredits({ credits }: ImportedMovie, movie: number) {
  const counts: Record<CreditRole, number> = { director: 0, writer: 0, cast: 0 };
  return credits
    .filter(({ normalizedName }) => normalizedName !== "")
    .map((credit) => ({ ...credit, movie, position: ++counts[credit.role] }));
}

async function importThemes(transaction: Kysely<Tables>, movies: readonly ImportedMovie[]): Promise<void> {
  await sql`
    create temporary table imported_themes (position integer, name text, relevance real) on commit drop`.execute(
    transaction,
  );
  const themes = movies.flatMap((movie, position) => movie.themes.map((theme) => ({ position, ...theme })));
  const batches = encodeRows(themes.length, 3, (row, index) => {
    const { position, name, relevance } = themes[index]!;
    row.int4(position);
    row.text(name);
    row.float4(relevance);
  });
  await copyIn(transaction, "imported_themes", batches);
  await sql`
    create temporary table wanted_themes on commit drop as
    select movie_id, name, max(relevance) as relevance
    from imported_themes join imported_movies using (position) group by movie_id, name`.execute(transaction);
  await sql`analyze wanted_themes`.execute(transaction);
  await sql`
    delete from movie_themes using imported_movies as imported
    where movie_themes.movie_id = imported.movie_id and not exists (
      select from wanted_themes as wanted
      where wanted.movie_id = movie_themes.movie_id and wanted.name = movie_themes.name
    )`.execute(transaction);
  await sql`
    insert into movie_themes (movie_id, name, relevance) select movie_id, name, relevance from wanted_themes
    on conflict (movie_id, name) do update set relevance = excluded.relevance
    where movie_themes.relevance <> excluded.relevance`.execute(transaction);
}
