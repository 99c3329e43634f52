// What is stored of films: how many of them have what, and from where.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

export interface CatalogStatistics {
  readonly movieCount: number;
  readonly genres: readonly GenreStatistics[];
  /** Films that have both genres, by slug, each pair once. */
  readonly genrePairs: readonly { readonly first: string; readonly second: string; readonly movieCount: number }[];
  readonly decades: readonly DecadeStatistics[];
  readonly coverage: readonly FieldCoverage[];
  /** How many films have a field from each source. */
  readonly provenance: readonly { readonly field: string; readonly source: string; readonly movieCount: number }[];
}

interface GenreStatistics {
  readonly slug: string;
  readonly name: string;
  readonly movieCount: number;
  readonly ratingCount: number;
  readonly halfStarSum: number;
}

interface DecadeStatistics {
  /** Its first year; null of films whose year is not known. */
  readonly decade: number | null;
  readonly movieCount: number;
  readonly ratingCount: number;
  readonly halfStarSum: number;
}

/** Films that have a field, and the ratings of those films. */
interface FieldCoverage {
  readonly field: string;
  readonly movieCount: number;
  readonly ratingCount: number;
}

export async function measureCatalog(kysely: Kysely<Tables>): Promise<CatalogStatistics> {
  const { rows: genres } = await genresSql.execute(kysely);
  const { rows: genrePairs } = await genrePairsSql.execute(kysely);
  const { rows: decades } = await decadesSql.execute(kysely);
  const { rows: coverage } = await coverageSql.execute(kysely);
  const { rows: provenance } = await provenanceSql.execute(kysely);
  const movieCount = decades.reduce((sum, decade) => sum + decade.movieCount, 0);
  return { movieCount, genres, genrePairs, decades, coverage, provenance };
}

// bigint sums come as text or number by driver: float8 is exact far beyond any count here
const totalsSql = sql`
  count(*)::integer as movie_count,
  coalesce(sum(rating_count), 0)::float8 as rating_count,
  coalesce(sum(half_star_sum), 0)::float8 as half_star_sum`;

const genresSql = sql<GenreStatistics>`
  select slug, name, ${totalsSql}
  from genres join movie_genres on movie_genres.genre_id = genres.id join movie_totals using (movie_id)
  group by slug, name order by movie_count desc, slug`;

const genrePairsSql = sql<CatalogStatistics["genrePairs"][number]>`
  select first.slug as first, second.slug as second, count(*)::integer as movie_count
  from movie_genres as one
  join movie_genres as other on other.movie_id = one.movie_id and other.genre_id > one.genre_id
  join genres as first on first.id = one.genre_id
  join genres as second on second.id = other.genre_id
  group by first.slug, second.slug order by movie_count desc, first.slug, second.slug`;

const decadesSql = sql<DecadeStatistics>`
  select (year / 10 * 10)::integer as decade, ${totalsSql}
  from movies join movie_totals on movie_totals.movie_id = movies.id
  group by year / 10 order by decade nulls last`;

/** Each field with the condition under which a film has it. */
const fields = {
  year: sql`year is not null`,
  overview: sql`overview is not null`,
  runtime: sql`runtime_minutes is not null`,
  genres: sql`exists (select from movie_genres where movie_genres.movie_id = movies.id)`,
  directors: sql`exists (select from credits where credits.movie_id = movies.id and role = 'director')`,
  writers: sql`exists (select from credits where credits.movie_id = movies.id and role = 'writer')`,
  cast: sql`exists (select from credits where credits.movie_id = movies.id and role = 'cast')`,
  themes: sql`exists (select from movie_themes where movie_themes.movie_id = movies.id)`,
  picture: sql`(tmdb_poster_path is not null or thumbnail_url is not null)`,
  "IMDb id": sql`imdb_id is not null`,
  "overview and cast": sql`overview is not null
    and exists (select from credits where credits.movie_id = movies.id and role = 'cast')`,
} as const;

const coverageSql = sql<FieldCoverage>`${sql.join(
  Object.entries(fields).map(
    ([field, isThere], position) => sql`
      select ${sql.lit(field)} as field, ${sql.lit(position)} as position, count(*)::integer as movie_count,
        coalesce(sum(rating_count), 0)::float8 as rating_count
      from movies join movie_totals on movie_totals.movie_id = movies.id where ${isThere}`,
  ),
  sql` union all `,
)} order by position`;

const provenanceSql = sql<CatalogStatistics["provenance"][number]>`
  select field, source, count(*)::integer as movie_count
  from movies cross join jsonb_each_text(provenance) as filled (field, source)
  group by field, source order by field, movie_count desc, source`;
