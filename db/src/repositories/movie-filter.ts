import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import type { Era } from "../tables/viewer.tables.ts";

/** Which films a list may contain; what is absent does not restrict. */
export interface MovieFilter {
  /** Genre slugs; a film needs any one of them. An empty list does not restrict. */
  readonly genres?: readonly string[] | undefined;
  /** Both ends included. A film without a year passes no restriction by year. */
  readonly years?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  /** OLD: before 1990. NEW: 1990 on. */
  readonly era?: Era | undefined;
  readonly minimumRatingCount?: number | undefined;
  /** Only films with one of these ids; an empty list keeps nothing. */
  readonly movieIds?: readonly number[] | undefined;
}

/** The first year of the era NEW. */
export const newEraStartYear = 1990;

/** The filter as a condition on a query that has both `movies` and `movie_totals`. */
export function matchesFilter(
  eb: ExpressionBuilder<Tables, "movies" | "movieTotals">,
  { genres, years, era, minimumRatingCount, movieIds }: MovieFilter,
): ExpressionWrapper<Tables, "movies" | "movieTotals", SqlBool> {
  const conditions = [];
  if (genres && genres.length > 0) {
    conditions.push(
      eb.exists(
        eb
          .selectFrom("movieGenres")
          .innerJoin("genres", "genres.id", "movieGenres.genreId")
          .select(sql.lit(1).as("one"))
          .whereRef("movieGenres.movieId", "=", "movies.id")
          .where("genres.slug", "=", sql<string>`any(${[...genres]}::text[])`),
      ),
    );
  }
  if (years?.from !== undefined) conditions.push(eb("movies.year", ">=", years.from));
  if (years?.to !== undefined) conditions.push(eb("movies.year", "<=", years.to));
  if (era === "OLD") conditions.push(eb("movies.year", "<", newEraStartYear));
  if (era === "NEW") conditions.push(eb("movies.year", ">=", newEraStartYear));
  if (minimumRatingCount) conditions.push(eb("movieTotals.ratingCount", ">=", minimumRatingCount));
  if (movieIds) conditions.push(eb("movies.id", "=", eb.fn.any(eb.val([...movieIds]))));
  return eb.and(conditions);
}
