// How ratings are spread over films, viewers, stars and time.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

export interface RatingStatistics {
  readonly viewerCount: number;
  readonly ratingCount: number;
  /** Ten counts: half a star to five stars. */
  readonly histogram: readonly number[];
  /** How many viewers have given so many ratings, and how many films have got so many; films without any included. */
  readonly viewersByCount: readonly CountFrequency[];
  readonly moviesByCount: readonly CountFrequency[];
  /** Of ratings whose time is known. */
  readonly months: readonly MonthStatistics[];
  readonly sparsity: readonly SparsityCell[];
}

export interface CountFrequency {
  readonly ratings: number;
  readonly frequency: number;
}

export interface MonthStatistics {
  /** "2026-11" */
  readonly month: string;
  readonly ratingCount: number;
  readonly halfStarSum: number;
  readonly viewerCount: number;
}

/** Ratings of a group of viewers for a group of films; groups of equal size, the most active and most rated first. */
export interface SparsityCell {
  readonly viewerGroup: number;
  readonly movieGroup: number;
  readonly ratingCount: number;
}

/** Rows and columns of the sparsity picture. */
export const sparsityGroups = 32;

export async function measureRatings(kysely: Kysely<Tables>): Promise<RatingStatistics> {
  const { rows: histograms } = await histogramSql.execute(kysely);
  const { rows: viewersByCount } = await viewersByCountSql.execute(kysely);
  const { rows: moviesByCount } = await moviesByCountSql.execute(kysely);
  const { rows: months } = await monthsSql.execute(kysely);
  const { rows: sparsity } = await sparsitySql.execute(kysely);
  const histogram = histograms.map(({ count }) => count);
  return {
    viewerCount: viewersByCount.reduce((sum, { frequency }) => sum + frequency, 0),
    ratingCount: histogram.reduce((sum, count) => sum + count, 0),
    histogram,
    viewersByCount,
    moviesByCount,
    months,
    sparsity,
  };
}

const histogramSql = sql<{ count: number }>`
  select coalesce(sum(bin.count), 0)::float8 as count
  from generate_series(1, 10) as half_stars
  left join (movie_totals cross join unnest(histogram) with ordinality as bin (count, half_stars))
    on bin.half_stars = half_stars.half_stars
  group by half_stars.half_stars order by half_stars.half_stars`;

const viewersByCountSql = sql<CountFrequency>`
  select ratings::integer, count(*)::integer as frequency
  from (select count(*) as ratings from ratings group by viewer_id) as counted
  group by ratings order by ratings`;

const moviesByCountSql = sql<CountFrequency>`
  select rating_count as ratings, count(*)::integer as frequency
  from movie_totals group by rating_count order by rating_count`;

const monthsSql = sql<MonthStatistics>`
  select to_char(rated_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::integer as rating_count,
    sum(half_stars)::float8 as half_star_sum, count(distinct viewer_id)::integer as viewer_count
  from ratings where rated_at > to_timestamp(0)
  group by month order by month`;

const sparsitySql = sql<SparsityCell>`
  select viewer_group, movie_group, count(*)::integer as rating_count
  from ratings
  join (
    select viewer_id, ntile(${sql.lit(sparsityGroups)}) over (order by count(*) desc, viewer_id) as viewer_group
    from ratings group by viewer_id
  ) as viewers using (viewer_id)
  join (
    select movie_id, ntile(${sql.lit(sparsityGroups)}) over (order by rating_count desc, movie_id) as movie_group
    from movie_totals where rating_count > 0
  ) as movies using (movie_id)
  group by viewer_group, movie_group order by viewer_group, movie_group`;
