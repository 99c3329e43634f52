// The running totals that every write of a rating keeps in step, in the same transaction.
import { type Kysely, sql, type Transaction } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables/tables.ts";

/** Half stars before and after; 0 stands for no rating. */
export interface RatingChange {
  readonly movieId: number;
  readonly before: number;
  readonly after: number;
}

/** The average in stars of a count and a sum of half stars, pulled towards the prior; without any rating that of votes. */
export const bayesianRatingSql = (count: string, halfStarSum: string) =>
  sql.raw(
    `case when ${count} = 0 then movie_totals.vote_rating else (prior.mean * prior.weight + (${halfStarSum}) / 2.0) / (prior.weight + ${count}) end`,
  );

/**
 * Locks the totals of the movies in id order, which also makes writers of the same rating wait for each other.
 * Two writers can so never wait for each other's rows.
 * @throws {DatabaseError} NOT_FOUND when one of the movies does not exist.
 */
export async function lockTotals(transaction: Transaction<Tables>, movieIds: readonly number[]): Promise<void> {
  const wanted = new Set(movieIds);
  const rows = await lockTotalsQuery(transaction, [...wanted]).execute();
  if (rows.length === wanted.size) return;
  for (const { movieId } of rows) wanted.delete(movieId);
  throw new DatabaseError("NOT_FOUND", `There is no movie with the id ${[...wanted].join(", ")}.`);
}

export const lockTotalsQuery = (kysely: Kysely<Tables>, movieIds: readonly number[]) =>
  kysely
    .selectFrom("movieTotals")
    .select("movieId")
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))))
    .orderBy("movieId")
    .forUpdate();

/** Each movie at most once. */
export const addToTotalsQuery = (changes: readonly RatingChange[]) => sql`
  update movie_totals set
    rating_count = next.rating_count,
    half_star_sum = next.half_star_sum,
    histogram = next.histogram,
    bayesian_rating = ${bayesianRatingSql("next.rating_count", "next.half_star_sum")}
  from rating_prior as prior, (
    select
      totals.movie_id,
      totals.rating_count + (change.after > 0)::int - (change.before > 0)::int as rating_count,
      totals.half_star_sum + change.after - change.before as half_star_sum,
      array(
        select bin.count + (bin.half_stars = change.after)::int - (bin.half_stars = change.before)::int
        from unnest(totals.histogram) with ordinality as bin (count, half_stars)
        order by bin.half_stars
      ) as histogram
    from movie_totals as totals
    join unnest(
      ${changes.map(({ movieId }) => movieId)}::int[],
      ${changes.map(({ before }) => before)}::int[],
      ${changes.map(({ after }) => after)}::int[]
    ) as change (movie_id, before, after) on change.movie_id = totals.movie_id
  ) as next
  where movie_totals.movie_id = next.movie_id`;
