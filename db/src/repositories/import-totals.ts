import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import type { CatalogImport, ImportOptions } from "./import.types.ts";
import { bayesianRatingSql } from "./rating-totals.ts";

/** Counts ratings by movie and stars into the temporary table `rating_counts`; the totals know those that are stored. */
export async function countRatings(
  transaction: Kysely<Tables>,
  source: "ratings" | "next_ratings" | "movie_totals",
): Promise<void> {
  const counted =
    source === "movie_totals"
      ? sql`select movie_id, half_stars, count from movie_totals, unnest(histogram) with ordinality as bin (count, half_stars)`
      : sql`select movie_id, half_stars, count(*) as count from ${sql.table(source)} group by movie_id, half_stars`;
  await sql`create temporary table rating_counts on commit drop as ${counted}`.execute(transaction);
}

/** Sets every movie's totals from `rating_counts` and its votes, and the prior to the mean of all ratings. */
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
  select coalesce(sum(count), 0)::integer as count from movies left join rating_counts on movie_id = id group by id`;

const setPriorQuery = (weight: number) => sql`
  update rating_prior set weight = counted.weight, mean = counted.mean
  from (
    select ${weight}::real as weight, (sum(count * half_stars) / 2.0 / nullif(sum(count), 0))::real as mean from rating_counts
  ) as counted
  where counted.mean is not null and (rating_prior.weight, rating_prior.mean) <> (counted.weight, counted.mean)`;

/**
 * (v·R + m·C) / (v + m) with R the mean of a film's v votes, C that of all votes, and m the number of votes that 93.5 % of
 * the films with votes stay at or below: the same rule as for ratings.
 */
const rateByVotesSql = sql`
  update movie_totals set vote_rating = voted.rating
  from (
    select id, (case when coalesce(vote_count, 0) = 0 then 0 else
      greatest(0.5, (vote_count * vote_average / 2 + typical.weight * typical.mean) / (vote_count + typical.weight))
      end)::real as rating
    from movies, (
      select
        sum(vote_count::float8 * vote_average) / 2 / nullif(sum(vote_count), 0) as mean,
        greatest(1, percentile_disc(0.935) within group (order by vote_count)) as weight
      from movies where vote_count > 0
    ) as typical
  ) as voted
  where voted.id = movie_totals.movie_id and voted.rating <> movie_totals.vote_rating`;

const bins = sql.raw(
  Array.from(
    { length: 10 },
    (_, bin) => `coalesce(sum(count) filter (where half_stars = ${bin + 1}), 0)::integer`,
  ).join(", "),
);

const recomputeSql = sql`
  update movie_totals set
    rating_count = counted.rating_count,
    half_star_sum = counted.half_star_sum,
    histogram = counted.histogram,
    bayesian_rating = counted.bayesian_rating
  from (
    select sums.*, (${bayesianRatingSql("sums.rating_count", "sums.half_star_sum")})::real as bayesian_rating
    from rating_prior as prior, movie_totals join (
      select movies.id as movie_id, coalesce(sum(count), 0)::integer as rating_count,
        coalesce(sum(count * half_stars), 0)::bigint as half_star_sum, array[${bins}] as histogram
      from movies left join rating_counts on movie_id = movies.id
      group by movies.id
    ) as sums using (movie_id)
    offset 0
  ) as counted
  where movie_totals.movie_id = counted.movie_id
    and (movie_totals.rating_count, movie_totals.half_star_sum, movie_totals.histogram, movie_totals.bayesian_rating)
      is distinct from (counted.rating_count, counted.half_star_sum, counted.histogram, counted.bayesian_rating)`;
