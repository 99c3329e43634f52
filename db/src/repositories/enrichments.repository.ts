// What services on the internet tell of films: which to ask about next, what came of it, and what is known.
import { type Kysely, sql } from "kysely";
import type { EnrichmentServiceName } from "../tables/enrichment.tables.ts";
import type { Tables } from "../tables/tables.ts";

/** A film to ask a service about, with what it may be looked for by. */
export interface ClaimedFilm {
  readonly movieId: number;
  readonly title: string;
  readonly year: number | null;
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
  readonly wikipediaPage: string | null;
  readonly ratingCount: number;
}

export interface ClaimRequest {
  readonly limit: number;
  /** Films with more ratings than this are not looked at: they were just dealt with. */
  readonly maximumRatingCount: number;
  /** For how long nobody else is given these films. */
  readonly leaseSeconds: number;
}

/** What came of asking: whether the service knows the film, or why it could not be asked. */
export type FetchResult = { readonly found: boolean } | { readonly error: string };

/** How far a service has come. */
export interface EnrichmentProgress {
  readonly service: EnrichmentServiceName;
  /** Films it can be asked about. */
  readonly total: number;
  /** Those of them it has answered for. */
  readonly answered: number;
  /** Those of them it knew. */
  readonly found: number;
}

export interface MovieEnrichmentRow {
  readonly movieId: number;
  readonly backdropPath: string | null;
  readonly trailerKey: string | null;
  readonly popularity: number | null;
  readonly imdbRating: number | null;
  readonly imdbVoteCount: number | null;
  readonly tomatometer: number | null;
  readonly metascore: number | null;
  readonly awards: string | null;
}

export function enrichmentsRepository(kysely: Kysely<Tables>) {
  return {
    /**
     * The most rated films that the service was never asked about or whose answer has expired; they are the caller's
     * until the lease ends. Fewer than asked for, even none, where another process claims the same.
     */
    async claim(service: EnrichmentServiceName, request: ClaimRequest): Promise<ClaimedFilm[]> {
      const { rows } = await claimSql(service, request).execute(kysely);
      return rows.length === 0 ? [] : claimedFilmsQuery(kysely, rows).execute();
    },
    /** Gives back claimed films that were not asked about. */
    async release(service: EnrichmentServiceName, movieIds: readonly number[]): Promise<void> {
      await releaseQuery(kysely, service, movieIds).execute();
    },
    /** Ends a claim with what came of it, which holds for so long; an error keeps what was found before. */
    async record(
      service: EnrichmentServiceName,
      movieIds: readonly number[],
      result: FetchResult,
      validSeconds: number,
    ): Promise<void> {
      await recordQuery(kysely, service, movieIds, result, validSeconds).execute();
    },
    /** Stores what is given of a film; the rest stays. */
    async store(movieId: number, values: Partial<Omit<MovieEnrichmentRow, "movieId">>): Promise<void> {
      await storeQuery(kysely, movieId, values).execute();
    },
    /** In no particular order; films of which nothing is known are left out. */
    listByMovieIds: (movieIds: readonly number[]): Promise<MovieEnrichmentRow[]> =>
      listByMovieIdsQuery(kysely, movieIds).execute(),
    progress: async (service: EnrichmentServiceName): Promise<EnrichmentProgress> => {
      const { rows } = await progressSql(service).execute(kysely);
      return { service, ...rows[0]! };
    },
    /** The services that something in the database is from. */
    listInUse: async (): Promise<EnrichmentServiceName[]> =>
      (await listInUseSql.execute(kysely)).rows.map(({ service }) => service),
  };
}

/** Which films a service can be asked about. Wikipedia only gives pictures, so films that have a better one need none. */
const isWanted = {
  tmdb: sql`true`,
  omdb: sql`movies.imdb_id is not null`,
  wikipedia: sql`
    movies.wikipedia_page is not null and movies.tmdb_poster_path is null
      and (movies.thumbnail_url is null or fetches.found)`,
} as const;

const fromMoviesSql = (service: EnrichmentServiceName) => sql`
  from movies
  join movie_totals as totals on totals.movie_id = movies.id
  left join enrichment_fetches as fetches on fetches.movie_id = movies.id and fetches.service = ${service}
  where ${isWanted[service]}`;

const claimSql = (service: EnrichmentServiceName, { limit, maximumRatingCount, leaseSeconds }: ClaimRequest) => sql<{
  movieId: number;
}>`
  insert into enrichment_fetches (movie_id, service, expires_at)
  select movies.id, ${service}, now() + make_interval(secs => ${leaseSeconds})
  ${fromMoviesSql(service)}
    and totals.rating_count <= ${maximumRatingCount} and coalesce(fetches.expires_at <= now(), true)
  order by totals.rating_count desc, movies.id
  limit ${limit}
  on conflict (movie_id, service) do update set expires_at = excluded.expires_at
  where enrichment_fetches.expires_at <= now()
  returning movie_id`;

const claimedFilmsQuery = (kysely: Kysely<Tables>, claimed: readonly { readonly movieId: number }[]) =>
  kysely
    .selectFrom("movies")
    .innerJoin("movieTotals", "movieTotals.movieId", "movies.id")
    .select(["movies.id as movieId", "title", "year", "imdbId", "tmdbId", "wikipediaPage", "ratingCount"])
    .where((eb) => eb("movies.id", "=", eb.fn.any(eb.val(claimed.map(({ movieId }) => movieId)))))
    .orderBy("ratingCount", "desc")
    .orderBy("movies.id");

const releaseQuery = (kysely: Kysely<Tables>, service: EnrichmentServiceName, movieIds: readonly number[]) =>
  kysely
    .updateTable("enrichmentFetches")
    .set({ expiresAt: sql<Date>`now()` })
    .where("service", "=", service)
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))));

const recordQuery = (
  kysely: Kysely<Tables>,
  service: EnrichmentServiceName,
  movieIds: readonly number[],
  result: FetchResult,
  validSeconds: number,
) =>
  kysely
    .updateTable("enrichmentFetches")
    .set({
      expiresAt: sql<Date>`now() + make_interval(secs => ${validSeconds})`,
      ...("error" in result
        ? { error: result.error }
        : { error: null, found: result.found, fetchedAt: sql<Date>`now()` }),
    })
    .where("service", "=", service)
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))));

const storeQuery = (kysely: Kysely<Tables>, movieId: number, values: Partial<Omit<MovieEnrichmentRow, "movieId">>) =>
  kysely
    .insertInto("movieEnrichments")
    .values({ movieId, ...values })
    .onConflict((conflict) => conflict.column("movieId").doUpdateSet(values));

const listByMovieIdsQuery = (kysely: Kysely<Tables>, movieIds: readonly number[]) =>
  kysely
    .selectFrom("movieEnrichments")
    .selectAll()
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))));

const progressSql = (service: EnrichmentServiceName) => sql<Omit<EnrichmentProgress, "service">>`
  select count(*) as total, count(fetches.fetched_at) as answered, count(*) filter (where fetches.found) as found
  ${fromMoviesSql(service)}`;

const listInUseSql = sql<{ service: EnrichmentServiceName }>`
  select asked as service from unnest(array['tmdb', 'omdb', 'wikipedia']) as asked
  where exists (select from enrichment_fetches where service = asked and found)
    or asked = 'tmdb' and exists (select from movies where tmdb_poster_path is not null)
    or asked = 'wikipedia' and exists (
      select from movies where thumbnail_url is not null or provenance ->> 'overview' = 'wikipedia'
    )`;
