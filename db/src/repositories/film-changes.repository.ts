// A film's own columns as a service fills them: what stands there, and what takes its place.
import { type Kysely, sql } from "kysely";
import type { CreditRole } from "../tables/catalog.tables.ts";
import type { Tables } from "../tables/tables.ts";
import type { ImportedCredit } from "./import.types.ts";

/** What is stored of a film, as far as it decides what a service may fill. */
export interface StoredFilm {
  readonly overview: string | null;
  readonly runtimeMinutes: number | null;
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
  readonly tmdbPosterPath: string | null;
  readonly voteCount: number | null;
  readonly thumbnailUrl: string | null;
  /** Roles that somebody has. */
  readonly roles: readonly CreditRole[];
  /** Which source each filled field came from. */
  readonly provenance: Readonly<Record<string, string>>;
}

/** What takes the place of what is stored; fields that are not given stay. */
export interface FilmChanges {
  readonly overview?: { readonly text: string; readonly normalized: string };
  readonly runtimeMinutes?: number;
  /** No other film has it. */
  readonly imdbId?: string;
  readonly tmdbId?: number;
  readonly tmdbPosterPath?: string;
  readonly votes?: { readonly average: number; readonly count: number };
  readonly thumbnail?: { readonly url: string; readonly width: number; readonly height: number };
  /** All of a role, in order. */
  readonly credits?: Readonly<Partial<Record<CreditRole, readonly Omit<ImportedCredit, "role">[]>>>;
  /** Of the fields given. */
  readonly provenance: Readonly<Record<string, string>>;
}

/** For one transaction, in which a film is read and then changed. */
export function filmChangesRepository(transaction: Kysely<Tables>) {
  return {
    /** Locks the film until the transaction ends; undefined when it is gone. */
    lock: (movieId: number): Promise<StoredFilm | undefined> => lockQuery(transaction, movieId).executeTakeFirst(),
    async isImdbIdTaken(imdbId: string): Promise<boolean> {
      return (await imdbIdQuery(transaction, imdbId).executeTakeFirst()) !== undefined;
    },
    /** Also what search finds the film by. */
    async apply(movieId: number, changes: FilmChanges): Promise<void> {
      const roles = Object.entries(changes.credits ?? {}) as [CreditRole, readonly Omit<ImportedCredit, "role">[]][];
      for (const [role, credits] of roles) await replaceCredits(transaction, movieId, role, credits);
      await updateQuery(transaction, movieId, changes, roles.length > 0).execute();
      if (changes.overview || roles.length > 0) await addSearchWordsSql(movieId).execute(transaction);
    },
  };
}

const lockQuery = (transaction: Kysely<Tables>, movieId: number) =>
  transaction
    .selectFrom("movies")
    .select(["overview", "runtimeMinutes", "imdbId", "tmdbId", "tmdbPosterPath", "voteCount", "thumbnailUrl"])
    .select("provenance")
    .select((eb) =>
      eb
        .fn<CreditRole[]>("array", [
          eb.selectFrom("credits").select("role").distinct().whereRef("credits.movieId", "=", "movies.id"),
        ])
        .as("roles"),
    )
    .where("id", "=", movieId)
    .forUpdate();

const imdbIdQuery = (transaction: Kysely<Tables>, imdbId: string) =>
  transaction.selectFrom("movies").select("id").where("imdbId", "=", imdbId);

/** One statement, since each makes new entries in all of the table's indexes. */
function updateQuery(transaction: Kysely<Tables>, movieId: number, changes: FilmChanges, hasNewPeople: boolean) {
  const { overview, votes, thumbnail, credits: _, provenance, ...columns } = changes;
  return transaction
    .updateTable("movies")
    .set({
      ...columns,
      ...(overview && { overview: overview.text }),
      ...(votes && { voteAverage: votes.average, voteCount: votes.count }),
      ...(thumbnail && {
        thumbnailUrl: thumbnail.url,
        thumbnailWidth: thumbnail.width,
        thumbnailHeight: thumbnail.height,
      }),
      ...((overview || hasNewPeople) && { search: searchSql(overview?.normalized, hasNewPeople) }),
      provenance: sql<string>`provenance || ${JSON.stringify(provenance)}::jsonb`,
    })
    .where("id", "=", movieId);
}

async function replaceCredits(
  transaction: Kysely<Tables>,
  movieId: number,
  role: CreditRole,
  credits: readonly Omit<ImportedCredit, "role">[],
): Promise<void> {
  const people = credits.filter(({ normalizedName }) => normalizedName !== "");
  const keys = people.map(({ normalizedName }) => normalizedName.replaceAll(" ", "-"));
  const names = people.map(({ name }) => name);
  const normalizedNames = people.map(({ normalizedName }) => normalizedName);
  const characters = people.map(({ character }) => character);
  await sql`
    insert into people (key, name, normalized_name)
    select distinct on (key) * from unnest(${keys}::text[], ${names}::text[], ${normalizedNames}::text[])
      as listed (key, name, normalized_name)
    order by key
    on conflict (key) do nothing`.execute(transaction);
  await sql`delete from credits where movie_id = ${movieId} and role = ${role}`.execute(transaction);
  await sql`
    insert into credits (movie_id, role, position, person_id, "character")
    select ${movieId}, ${role}, position, people.id, "character"
    from unnest(${keys}::text[], ${characters}::text[]) with ordinality as listed (key, "character", position)
    join people on people.key = listed.key`.execute(transaction);
}

/** Of the weights as imports give them, those of people (B) and overview (D) are made anew where they changed. */
function searchSql(normalizedOverview: string | undefined, hasNewPeople: boolean) {
  const kept = ["a", ...(hasNewPeople ? [] : ["b"]), "c", ...(normalizedOverview === undefined ? ["d"] : [])];
  const people = hasNewPeople ? sql` || setweight(to_tsvector('simple', ${peopleSql}), 'B')` : sql``;
  const overview =
    normalizedOverview === undefined ? sql`` : sql` || setweight(to_tsvector('simple', ${normalizedOverview}), 'D')`;
  return sql<string>`ts_filter(search, ${`{${kept}}`}::"char"[])${people}${overview}`;
}

const peopleSql = sql`coalesce((
  select string_agg(people.normalized_name, ' ') from credits join people on people.id = person_id
  where credits.movie_id = movies.id
), '')`;

/** Words that no film had are as rare as words can be; the next import counts all anew. */
const addSearchWordsSql = (movieId: number) => sql`
  insert into search_words (word, rarity, is_name)
  select words.lexeme, ln(1 + greatest(1, (select reltuples from pg_class where oid = 'movies'::regclass))),
    words.weights && '{A,B}'
  from movies cross join unnest(movies.search) as words left join search_words as known on known.word = words.lexeme
  where movies.id = ${movieId} and (known.word is null or words.weights && '{A,B}' and not known.is_name)
  on conflict (word) do update set is_name = true`;
