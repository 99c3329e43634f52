import { type Kysely, sql } from "kysely";
import type { CreditRole } from "../tables/catalog.tables.ts";
import type { Tables } from "../tables/tables.ts";
import { selectMovieRows } from "./movie-columns.ts";
import { decodeCursor, type MoviePage, toMoviePage } from "./movie-page.ts";

export interface PersonRow {
  readonly id: number;
  /** The stable public key: the normalized name with hyphens. */
  readonly key: string;
  readonly name: string;
}

export interface CreditRow extends PersonRow {
  readonly movieId: number;
  /** From 1, without gaps, within movie and role. */
  readonly position: number;
  /** The name of the part. */
  readonly character: string | null;
}

export interface CreditRange {
  readonly role: CreditRole;
  /** Credits behind this position; 0 for all. */
  readonly after: number;
  /** How many of each movie at most; all when not given. */
  readonly limit?: number | undefined;
}

export interface PersonPageRequest {
  readonly first: number;
  /** The cursor of the last film already seen. */
  readonly after?: string | undefined;
}

export function peopleRepository(kysely: Kysely<Tables>) {
  return {
    /** In no particular order; unknown keys are left out. */
    listByKeys: (keys: readonly string[]): Promise<PersonRow[]> => listByKeysQuery(kysely, keys).execute(),
    /** By movie, then by position. */
    listCreditsOf: (movieIds: readonly number[], range: CreditRange): Promise<CreditRow[]> =>
      listCreditsOfQuery(kysely, movieIds, range).execute(),
    /** Ids of the movies that any of these people made or plays in. */
    async listMovieIds(keys: readonly string[]): Promise<number[]> {
      return (await listMovieIdsQuery(kysely, keys).execute()).map(({ movieId }) => movieId);
    },
    /** How many movies each of these people made or plays in; nobody without any. */
    countMovies: (personIds: readonly number[]): Promise<{ personId: number; count: number }[]> =>
      countMoviesQuery(kysely, personIds).execute(),
    /**
     * A page of each person's movies, best average first, by person id; people without any are left out.
     * @throws {DatabaseError} INVALID_CURSOR
     */
    async pageMovies(personIds: readonly number[], request: PersonPageRequest): Promise<Map<number, MoviePage>> {
      const rows = await pageMoviesQuery(kysely, personIds, request).execute();
      const ofPeople = Map.groupBy(rows, ({ personId }) => personId);
      return new Map(
        Array.from(ofPeople, ([personId, movies]) => [
          personId,
          toMoviePage(
            "AVERAGE_RATING_DESC",
            request.first,
            movies.map(({ personId: _, ...movie }) => movie),
          ),
        ]),
      );
    },
  };
}

const listByKeysQuery = (kysely: Kysely<Tables>, keys: readonly string[]) =>
  kysely
    .selectFrom("people")
    .select(["id", "key", "name"])
    .where((eb) => eb("key", "=", eb.fn.any(eb.val([...keys]))));

const listCreditsOfQuery = (kysely: Kysely<Tables>, movieIds: readonly number[], { role, after, limit }: CreditRange) =>
  kysely
    .selectFrom("credits")
    .innerJoin("people", "people.id", "credits.personId")
    .select(["credits.movieId", "credits.position", "credits.character", "people.id", "people.key", "people.name"])
    .where((eb) => eb("credits.movieId", "=", eb.fn.any(eb.val([...movieIds]))))
    .where("credits.role", "=", role)
    .where("credits.position", ">", after)
    .$if(limit !== undefined, (query) => query.where("credits.position", "<=", after + limit!))
    .orderBy("credits.movieId")
    .orderBy("credits.position");

const listMovieIdsQuery = (kysely: Kysely<Tables>, keys: readonly string[]) =>
  kysely
    .selectFrom("credits")
    .innerJoin("people", "people.id", "credits.personId")
    .select("credits.movieId")
    .distinct()
    .where((eb) => eb("people.key", "=", eb.fn.any(eb.val([...keys]))))
    .orderBy("credits.movieId");

const countMoviesQuery = (kysely: Kysely<Tables>, personIds: readonly number[]) =>
  kysely
    .selectFrom("credits")
    .select("personId")
    .select((eb) => eb.fn.count<number>("movieId").distinct().as("count"))
    .where((eb) => eb("personId", "=", eb.fn.any(eb.val([...personIds]))))
    .groupBy("personId");

/** Each person's page is read by index: a lateral join. */
function pageMoviesQuery(kysely: Kysely<Tables>, personIds: readonly number[], { first, after }: PersonPageRequest) {
  const cursor = after === undefined ? undefined : decodeCursor(after, "AVERAGE_RATING_DESC");
  const page = selectMovieRows(kysely)
    .select("movieTotals.bayesianRating as sortValue")
    .where(
      sql<boolean>`exists (
        select from credits where credits.movie_id = movies.id and credits.person_id = wanted.person_id
      )`,
    )
    .$if(cursor !== undefined, (query) =>
      query.where(
        sql<boolean>`(-movie_totals.bayesian_rating, movies.id) > (${-Number(cursor?.value)}::real, ${cursor?.id})`,
      ),
    )
    .orderBy("movieTotals.bayesianRating", "desc")
    .orderBy("movies.id")
    .limit(first + 1);
  return kysely
    .selectFrom(sql<{ personId: number }>`unnest(${[...personIds]}::integer[])`.as<"wanted">(sql`wanted (person_id)`))
    .innerJoinLateral(page.as("page"), (join) => join.onTrue())
    .select("wanted.personId")
    .selectAll("page");
}
