// Figures that show whether stored data is sound: what cannot be, what is there twice, what points nowhere.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** Times are Unix milliseconds; an extent is null where there are no values. */
export interface DataFacts {
  readonly measuredAt: number;
  readonly movies: MovieFacts;
  readonly ratings: RatingFacts;
  readonly sources: readonly SourceFacts[];
}

interface MovieFacts extends MovieCounts {
  readonly years: Extent | null;
  readonly runtimes: Extent | null;
  readonly voteAverages: Extent | null;
  readonly themeRelevances: Extent | null;
  /** Films rated before the year that precedes their own. */
  readonly ratedTooEarly: number;
  /** Films whose totals are not those of their ratings; null where that was not asked. */
  readonly wrongTotals: number | null;
}

interface MovieCounts {
  readonly count: number;
  readonly withYear: number;
  readonly withGenres: number;
  readonly withOverview: number;
  readonly withoutTitle: number;
  /** With the sign that stands for what could not be decoded. */
  readonly undecodable: number;
  /** Of fewer than 40 characters. */
  readonly shortOverviews: number;
  readonly sharedOverviews: number;
  readonly malformedImdbIds: number;
  readonly repeatedKeys: number;
  readonly repeatedSlugs: number;
  readonly repeatedImdbIds: number;
  /** With title and year of another one. */
  readonly twins: number;
  readonly withoutKey: number;
}

interface RatingFacts extends ViewerCounts {
  /** Ten counts: half a star to five stars. */
  readonly histogram: readonly number[];
  readonly halfStars: Extent | null;
  readonly times: Extent | null;
  readonly repeatedPairs: number;
  readonly ofUnknownMovies: number;
  readonly withOverview: number;
  readonly withOverviewAndCast: number;
}

interface ViewerCounts {
  readonly count: number;
  readonly viewerCount: number;
  readonly largestViewer: number;
  /** Of viewers who gave the same stars to over 100 films. */
  readonly constantRatings: number;
  readonly constantViewers: number;
  readonly ofUnknownViewers: number;
}

interface SourceFacts {
  readonly source: string;
  readonly ratingCount: number;
  readonly newest: number;
}

export interface FactsOptions {
  /** Whether the films' totals are to be held against their ratings; not while an import has yet to make them. */
  readonly withTotals: boolean;
}

/** Reads every rating three times: by viewer, by film, by stars; groups by two of them at once spill to disk. */
export async function measureFacts(kysely: Kysely<Tables>, { withTotals }: FactsOptions): Promise<DataFacts> {
  const { themeLow, themeHigh, yearLow, yearHigh, runtimeLow, runtimeHigh, voteLow, voteHigh, ...movies } = await only(
    movieFactsSql.execute(kysely),
  );
  const { low, high, oldest, newest, sources, ...ratings } = await only(viewerFactsSql.execute(kysely));
  const bins = (await histogramSql.execute(kysely)).rows;
  const { ratedTooEarly, wrongTotals, ...ofMovies } = await only(ratedMovieFactsSql.execute(kysely));
  return {
    measuredAt: Date.now(),
    movies: {
      ...movies,
      years: extentOf(yearLow, yearHigh),
      runtimes: extentOf(runtimeLow, runtimeHigh),
      voteAverages: extentOf(voteLow, voteHigh),
      themeRelevances: extentOf(themeLow, themeHigh),
      ratedTooEarly,
      wrongTotals: withTotals ? wrongTotals : null,
    },
    ratings: {
      ...ratings,
      ...ofMovies,
      histogram: Array.from(
        { length: 10 },
        (_, bin) => bins.find(({ halfStars }) => halfStars === bin + 1)?.count ?? 0,
      ),
      halfStars: extentOf(low, high),
      times: extentOf(oldest, newest),
      ...(await only(repeatedPairsSql.execute(kysely))),
    },
    sources: sources ?? [],
  };
}

async function only<Row>(result: Promise<{ rows: Row[] }>): Promise<Row> {
  return (await result).rows[0]!;
}

const extentOf = (low: number | null, high: number | null): Extent | null =>
  low === null || high === null ? null : { low, high };

const milliseconds = (time: RawBuilder<unknown>) => sql`floor(extract(epoch from ${time}) * 1000)::float8`;

type Ends<Name extends string> = { readonly [Key in `${Name}Low` | `${Name}High`]: number | null };

const movieFactsSql = sql<MovieCounts & Ends<"year"> & Ends<"runtime"> & Ends<"vote"> & Ends<"theme">>`
  select count(*)::integer as count,
    min(year)::integer as year_low, max(year)::integer as year_high,
    min(runtime_minutes) as runtime_low, max(runtime_minutes) as runtime_high,
    min(vote_average)::float8 as vote_low, max(vote_average)::float8 as vote_high,
    (select min(relevance)::float8 from movie_themes) as theme_low,
    (select max(relevance)::float8 from movie_themes) as theme_high,
    count(year)::integer as with_year,
    count(*) filter (where exists (
      select from movie_genres where movie_genres.movie_id = movies.id
    ))::integer as with_genres,
    count(overview)::integer as with_overview,
    count(*) filter (where title = '')::integer as without_title,
    count(*) filter (where position(chr(65533) in title || coalesce(overview, '')) > 0)::integer as undecodable,
    count(*) filter (where length(overview) < 40)::integer as short_overviews,
    (
      select coalesce(sum(films), 0)::integer
      from (select count(*) as films from movies group by md5(overview) having count(overview) > 1) as shared
    ) as shared_overviews,
    count(*) filter (where imdb_id !~ '^tt[0-9]{7,8}$')::integer as malformed_imdb_ids,
    (select (count(*) - count(distinct (source, key)))::integer from movie_keys) as repeated_keys,
    (count(*) - count(distinct slug))::integer as repeated_slugs,
    (count(imdb_id) - count(distinct imdb_id))::integer as repeated_imdb_ids,
    (
      select coalesce(sum(films), 0)::integer
      from (select count(*) as films from movies where year is not null group by title, year having count(*) > 1) as same
    ) as twins,
    count(*) filter (where not exists (
      select from movie_keys where movie_keys.movie_id = movies.id
    ))::integer as without_key
  from movies`;

interface ViewerFactsRow extends ViewerCounts {
  readonly low: number | null;
  readonly high: number | null;
  readonly oldest: number | null;
  readonly newest: number | null;
  readonly sources: readonly SourceFacts[] | null;
}

/** Times that are not known are stored as 1970. */
const viewerFactsSql = sql<ViewerFactsRow>`
  with of_viewers as materialized (
    select viewer_id, count(*) as count, min(half_stars) as low, max(half_stars) as high, max(rated_at) as newest,
      min(rated_at) filter (where rated_at > to_timestamp(0)) as oldest
    from ratings group by viewer_id
  )
  select min(low)::integer as low, max(high)::integer as high,
    ${milliseconds(sql`min(oldest)`)} as oldest,
    ${milliseconds(sql`max(newest) filter (where newest > to_timestamp(0))`)} as newest,
    coalesce(sum(count), 0)::float8 as count, count(*)::integer as viewer_count,
    coalesce(max(count), 0)::integer as largest_viewer,
    coalesce(sum(count) filter (where low = high and count > 100), 0)::integer as constant_ratings,
    count(*) filter (where low = high and count > 100)::integer as constant_viewers,
    coalesce(sum(count) filter (where not exists (select from viewers where id = viewer_id)), 0)::integer
      as of_unknown_viewers,
    (
      select json_agg(by_source order by source) from (
        select split_part(source_key, ':', 1) as source, sum(count)::float8 as "ratingCount",
          ${milliseconds(sql`max(newest)`)} as newest
        from of_viewers join viewers on viewers.id = viewer_id where source_key is not null group by source
      ) as by_source
    ) as sources
  from of_viewers`;

const histogramSql = sql<{ halfStars: number; count: number }>`
  select half_stars, count(*)::float8 as count from ratings group by half_stars`;

interface RatedMovieFactsRow extends Pick<RatingFacts, "ofUnknownMovies" | "withOverview" | "withOverviewAndCast"> {
  readonly ratedTooEarly: number;
  readonly wrongTotals: number;
}

const ratedMovieFactsSql = sql<RatedMovieFactsRow>`
  with of_movies as (
    select movie_id, count(*) as count, sum(half_stars) as half_star_sum,
      min(rated_at) filter (where rated_at > to_timestamp(0)) as oldest
    from ratings group by movie_id
  )
  select
    coalesce(sum(count) filter (where movies.id is null), 0)::integer as of_unknown_movies,
    coalesce(sum(count) filter (where overview is not null), 0)::float8 as with_overview,
    coalesce(sum(count) filter (where overview is not null and played.movie_id is not null), 0)::float8
      as with_overview_and_cast,
    count(*) filter (where extract(year from oldest) < year - 1)::integer as rated_too_early,
    count(*) filter (where movies.id is not null and (
      coalesce(count, 0) is distinct from rating_count or coalesce(of_movies.half_star_sum, 0) is distinct from
        movie_totals.half_star_sum
    ))::integer as wrong_totals
  from of_movies
  full join movies on movies.id = of_movies.movie_id
  left join movie_totals on movie_totals.movie_id = movies.id
  left join (select distinct movie_id from credits where role = 'cast') as played on played.movie_id = movies.id`;

/** Counted only where no unique index guards them; an import's new table has its own before it takes its place. */
const repeatedPairsSql = sql<{ repeatedPairs: number }>`
  select case
    when exists (
      select from pg_index
      where indrelid = coalesce(to_regclass('next_ratings'), 'ratings'::regclass) and indisunique and indisvalid
        and (
          select array_agg(attname::text order by attname::text) from pg_attribute
          where attrelid = indrelid and attnum = any (indkey)
        ) = '{movie_id,viewer_id}'
    ) then 0
    else (
      select coalesce(sum(count - 1), 0)
      from (select count(*) as count from ratings group by viewer_id, movie_id having count(*) > 1) as pairs
    )
  end::integer as repeated_pairs`;
