import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

/** A film with its running totals, as the API shows it. */
export interface MovieRow {
  readonly id: number;
  readonly key: string;
  readonly slug: string;
  readonly title: string;
  readonly originalTitle: string | null;
  readonly year: number | null;
  readonly overview: string | null;
  readonly runtimeMinutes: number | null;
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
  readonly wikipediaPage: string | null;
  readonly thumbnailUrl: string | null;
  readonly thumbnailWidth: number | null;
  readonly thumbnailHeight: number | null;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly tmdbPosterPath: string | null;
  /** How a site's own users voted: 0 to 10. */
  readonly voteAverage: number | null;
  readonly voteCount: number | null;
  readonly ratingCount: number;
  readonly halfStarSum: number;
  /** Ten counts: half a star to five stars. */
  readonly histogram: readonly number[];
  /** The Bayesian average in stars; null without any rating. */
  readonly averageRating: number | null;
}

const movieColumns = [
  "movies.id",
  "movies.key",
  "movies.slug",
  "movies.title",
  "movies.originalTitle",
  "movies.year",
  "movies.overview",
  "movies.runtimeMinutes",
  "movies.imdbId",
  "movies.tmdbId",
  "movies.wikipediaPage",
  "movies.thumbnailUrl",
  "movies.thumbnailWidth",
  "movies.thumbnailHeight",
  "movies.countries",
  "movies.languages",
  "movies.tmdbPosterPath",
  "movies.voteAverage",
  "movies.voteCount",
  "movieTotals.ratingCount",
  "movieTotals.halfStarSum",
  "movieTotals.histogram",
] as const;

/** Every movie has a row of totals from its insertion on. */
export function selectMoviesWithTotals(kysely: Kysely<Tables>) {
  return kysely.selectFrom("movies").innerJoin("movieTotals", "movieTotals.movieId", "movies.id");
}

export function selectMovieRows(kysely: Kysely<Tables>) {
  return selectMoviesWithTotals(kysely)
    .select(movieColumns)
    .select(
      sql<number | null>`case when movie_totals.rating_count > 0 then movie_totals.bayesian_rating end`.as(
        "averageRating",
      ),
    );
}
