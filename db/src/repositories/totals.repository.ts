import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

export interface MovieTotals {
  readonly movieId: number;
  readonly ratingCount: number;
  readonly halfStarSum: number;
  readonly histogram: readonly number[];
  /** Stars; without any rating by votes of other sites' users, 0 without those. */
  readonly bayesianRating: number;
}

export interface WindowTotals {
  readonly movieId: number;
  readonly count: number;
  readonly halfStarSum: number;
}

export interface RatingWindow {
  /** Not included. */
  readonly from: Date;
  /** Included. */
  readonly to: Date;
  /** A genre's slug. */
  readonly genre?: string | undefined;
}

export interface RatingPrior {
  /** Stars. */
  readonly mean: number;
  /** How many ratings the prior weighs. */
  readonly weight: number;
}

export function totalsRepository(kysely: Kysely<Tables>) {
  return {
    listByMovieIds: (movieIds: readonly number[]): Promise<MovieTotals[]> =>
      listByMovieIdsQuery(kysely, movieIds).execute(),
    /** Mean stars over all ratings and their number; the mean is null without any. */
    globalMean: (): Promise<{ mean: number | null; ratingCount: number }> =>
      globalMeanQuery(kysely).executeTakeFirstOrThrow(),
    /** What the stored averages are pulled towards. */
    getPrior: (): Promise<RatingPrior> =>
      kysely.selectFrom("ratingPrior").select(["mean", "weight"]).executeTakeFirstOrThrow(),
    /** Films with a rating in the window, movie ids ascending. */
    listInWindow: (window: RatingWindow): Promise<WindowTotals[]> => listInWindowQuery(kysely, window).execute(),
    /** Films by the votes of other sites' users, as if these were ratings here; movie ids ascending. */
    listVotes: (): Promise<WindowTotals[]> => listVotesQuery(kysely).execute(),
    async newestRatingAt(): Promise<Date | null> {
      return (await newestRatingAtQuery(kysely).executeTakeFirstOrThrow()).newest;
    },
  };
}

const listByMovieIdsQuery = (kysely: Kysely<Tables>, movieIds: readonly number[]) =>
  kysely
    .selectFrom("movieTotals")
    .select(["movieId", "ratingCount", "halfStarSum", "histogram", "bayesianRating"])
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))));

const globalMeanQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("movieTotals")
    .select([
      sql<number | null>`(sum(half_star_sum) / 2.0 / nullif(sum(rating_count), 0))::float8`.as("mean"),
      sql<number>`coalesce(sum(rating_count), 0)::int8`.as("ratingCount"),
    ]);

const listInWindowQuery = (kysely: Kysely<Tables>, { from, to, genre }: RatingWindow) => {
  const query = kysely
    .selectFrom("ratings")
    .select("ratings.movieId")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.sum<number>("ratings.halfStars").as("halfStarSum")])
    .where("ratings.ratedAt", ">", from)
    .where("ratings.ratedAt", "<=", to)
    .groupBy("ratings.movieId")
    .orderBy("ratings.movieId");
  if (genre === undefined) return query;
  return query
    .innerJoin("movieGenres", "movieGenres.movieId", "ratings.movieId")
    .innerJoin("genres", "genres.id", "movieGenres.genreId")
    .where("genres.slug", "=", genre);
};

// an average from 0 to 10 counts half stars
const listVotesQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("movies")
    .select(["id as movieId", sql<number>`vote_count`.as("count")])
    .select(sql<number>`vote_count::float8 * vote_average`.as("halfStarSum"))
    .where("voteCount", ">", 0)
    .orderBy("id");

const newestRatingAtQuery = (kysely: Kysely<Tables>) =>
  kysely.selectFrom("ratings").select((eb) => eb.fn.max<Date | null>("ratedAt").as("newest"));
