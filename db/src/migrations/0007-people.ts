import { type QueryExecutorProvider, sql } from "kysely";

/** People and what they did in films, a film's names in several sources, themes with a relevance, votes, provenance. */
export async function createPeople(database: QueryExecutorProvider): Promise<void> {
  // a person is a name: two of one name are one
  await sql`
    create table people (
      id integer generated always as identity primary key,
      key text collate "C" not null unique,
      name text not null,
      normalized_name text collate "C" not null
    )`.execute(database);
  await sql`
    create table credits (
      movie_id integer not null references movies on delete cascade,
      role text not null check (role in ('director', 'writer', 'cast')),
      position smallint not null,
      person_id integer not null references people on delete cascade,
      "character" text,
      primary key (movie_id, role, position)
    )`.execute(database);
  await sql`create index credits_person on credits (person_id, movie_id)`.execute(database);
  await sql`
    create table movie_themes (
      movie_id integer not null references movies on delete cascade,
      name text not null,
      relevance real not null check (relevance between 0 and 1),
      primary key (movie_id, name)
    )`.execute(database);
  await sql`
    create table movie_keys (
      source text not null,
      key text not null,
      movie_id integer not null references movies on delete cascade,
      primary key (source, key)
    )`.execute(database);
  await sql`create index movie_keys_movie on movie_keys (movie_id)`.execute(database);
  await moveRows(database);
  await sql`
    alter table movies
      add provenance jsonb not null default '{}',
      add vote_average real check (vote_average between 0 and 10),
      add vote_count integer check (vote_count >= 0),
      add tmdb_poster_path text,
      drop column directors,
      drop column cast_names,
      drop column themes,
      drop column source_name,
      drop column source_key`.execute(database);
  await sql`analyze people, credits, movie_themes, movie_keys`.execute(database);
}

async function moveRows(database: QueryExecutorProvider): Promise<void> {
  await sql`insert into movie_keys select source_name, source_key, id from movies`.execute(database);
  await sql`
    insert into movie_themes select distinct id, name, 1 from movies, unnest(themes) as name`.execute(database);
  const { rows } = await sql<{ name: string }>`
    select distinct name collate "C" as name from movies, unnest(directors || cast_names) as name order by name`.execute(
    database,
  );
  const named = rows
    .map(({ name }) => ({ name, normalized: normalizeName(name) }))
    .filter(({ normalized }) => normalized !== "");
  await sql`
    create temporary table named (name text primary key, normalized_name text not null) on commit drop`.execute(
    database,
  );
  await sql`
    insert into named select * from unnest(
      ${named.map(({ name }) => name)}::text[], ${named.map(({ normalized }) => normalized)}::text[]
    )`.execute(database);
  // of two spellings the one with accents
  await sql`
    insert into people (key, name, normalized_name)
    select replace(normalized_name, ' ', '-'), max(name collate "C"), normalized_name from named
    group by normalized_name order by normalized_name collate "C"`.execute(database);
  for (const [role, column] of [
    ["director", "directors"],
    ["cast", "cast_names"],
  ] as const) {
    await sql`
      insert into credits (movie_id, role, position, person_id)
      select movies.id, ${role}, row_number() over (partition by movies.id order by place), people.id
      from movies
      cross join unnest(${sql.ref(column)}) with ordinality as listed (name, place)
      join named on named.name = listed.name
      join people on people.normalized_name = named.normalized_name`.execute(database);
  }
}

// As names were normalized when this was released: later imports find the same people by it.
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

function normalizeName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/(\p{L})['’‘`](s|t|d|m|ll|re|ve)(?![\p{L}\p{N}])/gu, "$1$2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
