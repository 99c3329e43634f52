import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import type { CatalogImport, ImportOptions } from "./import.types.ts";
import { bayesianRatingSql } from "./rating-totals.ts";

/** Counts every movie's ratings anew and sets the prior to their mean. */
export async function recomputeTotals(
  transaction: Kysely<Tables>,
  derivePriorWeight: CatalogImport["derivePriorWeight"],
  { onProgress, signal }: ImportOptions,
): Promise<void> {
  signal?.throwIfAborted();
  onProgress?.("totals", 0, 1);
  const { rows } = await ratingCountsSql.execute(transaction);
  const weight = derivePriorWeight(Int32Array.from(rows, ({ count }) => count));
  await setPriorQuery(weight).execute(transaction);
  await rateByVotesSql.execute(transaction);
  await recomputeSql.execute(transaction);
  signal?.throwIfAborted();
  onProgress?.("totals", 1, 1);
}

const ratingCountsSql = sql<{ count: number }>`
  select count(ratings.*) from movies left join ratings on ratings.movie_id = movies.id group by movies.id`;

const setPriorQuery = (weight: number) => sql`
  update rating_prior set weight = ${weight}, mean = coalesce((select avg(half_stars) / 2 from ratings), mean)`;

/**
 * (v·R + m·C) / (v + m) with R the mean of a film's v votes, C that of all votes, and m the number of votes that 93.5 % of
 * the films with votes stay at or below: the same rule as for ratings.
 */
const rateByVotesSql = sql`
  update movie_totals set vote_rating = case when coalesce(vote_count, 0) = 0 then 0 else
    greatest(0.5, (vote_count * vote_average / 2 + typical.weight * typical.mean) / (vote_count + typical.weight)) end
  from movies, (
    select
      sum(vote_count::float8 * vote_average) / 2 / nullif(sum(vote_count), 0) as mean,
      greatest(1, percentile_disc(0.935) within group (order by vote_count)) as weight
    from movies where vote_count > 0
  ) as typical
  where movies.id = movie_totals.movie_id`;

const bins = sql.raw(
  Array.from({ length: 10 }, (_, bin) => `count(ratings.*) filter (where half_stars = ${bin + 1})`).join(", "),
);

const recomputeSql = sql`
  update movie_totals set
    rating_count = counted.rating_count,
    half_star_sum = counted.half_star_sum,
    histogram = counted.histogram,
    bayesian_rating = ${bayesianRatingSql("counted.rating_count", "counted.half_star_sum")}
  from rating_prior as prior, (
    select movies.id as movie_id, count(ratings.*) as rating_count, coalesce(sum(half_stars), 0) as half_star_sum,
      array[${bins}] as histogram
    from movies left join ratings on ratings.movie_id = movies.id
    group by movies.id
  ) as counted
  where movie_totals.movie_id = counted.movie_id`;
