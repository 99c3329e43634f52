// Keyset pages of movies: a cursor holds the sort value and the id of the last film, so that pages neither overlap nor
// skip when films are added in between.
import { type Kysely, sql } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables/tables.ts";
import { type MovieRow, selectMovieRows } from "./movie-columns.ts";
import { type MovieFilter, matchesFilter } from "./movie-filter.ts";

export type MovieSort = "AVERAGE_RATING_DESC" | "RATING_COUNT_DESC" | "YEAR_DESC" | "YEAR_ASC" | "TITLE_ASC";

export interface MoviePageRequest {
  readonly filter?: MovieFilter;
  readonly sort: MovieSort;
  readonly first: number;
  /** The cursor of the last film already seen, under the same sort. */
  readonly after?: string | undefined;
}

export interface MoviePage {
  readonly edges: readonly { readonly cursor: string; readonly movie: MovieRow }[];
  readonly hasNextPage: boolean;
}

interface Order {
  readonly value: ReturnType<typeof sql<number | string>>;
  readonly type: "real" | "integer" | "text";
  readonly direction: "asc" | "desc";
}

// films without a year come last in both directions
const orders: Readonly<Record<MovieSort, Order>> = {
  AVERAGE_RATING_DESC: { value: sql`movie_totals.bayesian_rating`, type: "real", direction: "desc" },
  RATING_COUNT_DESC: { value: sql`movie_totals.rating_count`, type: "integer", direction: "desc" },
  YEAR_DESC: { value: sql`coalesce(movies.year, 0)`, type: "integer", direction: "desc" },
  YEAR_ASC: { value: sql`coalesce(movies.year, 9999)`, type: "integer", direction: "asc" },
  TITLE_ASC: { value: sql`movies.normalized_title`, type: "text", direction: "asc" },
};

export function moviePageQuery(kysely: Kysely<Tables>, { filter = {}, sort, first, after }: MoviePageRequest) {
  const { value, type, direction } = orders[sort];
  let query = selectMovieRows(kysely)
    .select(value.as("sortValue"))
    .where((eb) => matchesFilter(eb, filter))
    .orderBy(value, direction)
    .orderBy("movies.id")
    .limit(first + 1);
  if (after !== undefined) {
    const cursor = decodeCursor(after, sort);
    const bound = sql`${cursor.value}::${sql.raw(type)}`;
    const beyond = sql.raw(direction === "asc" ? ">" : "<");
    // the first condition is implied by the second, but only it lets the index start at the bound
    query = query.where(
      sql<boolean>`${value} ${beyond}= ${bound} and (${value} ${beyond} ${bound} or movies.id > ${cursor.id})`,
    );
  }
  return query;
}

export async function listMoviePage(kysely: Kysely<Tables>, request: MoviePageRequest): Promise<MoviePage> {
  return toMoviePage(request.sort, request.first, await moviePageQuery(kysely, request).execute());
}

/** @param rows one more than the page has, where there are more */
export function toMoviePage(
  sort: MovieSort,
  first: number,
  rows: readonly (MovieRow & { readonly sortValue: number | string })[],
): MoviePage {
  const edges = rows
    .slice(0, first)
    .map(({ sortValue, ...movie }) => ({ cursor: encodeCursor(sort, sortValue, movie.id), movie }));
  return { edges, hasNextPage: rows.length > first };
}

function encodeCursor(sort: MovieSort, value: number | string, id: number): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");
}

/** @throws {DatabaseError} INVALID_CURSOR */
export function decodeCursor(cursor: string, sort: MovieSort): { value: number | string; id: number } {
  try {
    const [cursorSort, value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    const valueType = orders[sort].type === "text" ? "string" : "number";
    if (cursorSort === sort && typeof value === valueType && Number.isInteger(id)) {
      return { value: value as number | string, id: id as number };
    }
  } catch {
    // not JSON: refused below
  }
  throw new DatabaseError("INVALID_CURSOR", "The cursor is not one of this list; ask again without `after`.");
}
