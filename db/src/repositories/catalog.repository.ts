import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

/** Where the catalog came from, and what was read. */
export interface ImportRow {
  readonly id: number;
  readonly name: string;
  readonly fingerprint: string;
  readonly terms: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly movieCount: number;
  readonly viewerCount: number;
  readonly ratingCount: number;
  readonly findings: unknown;
}

/** What the database holds, whatever imports brought it. */
export interface Holdings {
  readonly movieCount: number;
  readonly ratingCount: number;
  /** Share of all ratings that are of a film with an overview, 0 to 1; 0 without ratings. */
  readonly shareOfRatingsWithOverview: number;
  /** With an overview and a cast. */
  readonly shareOfRatingsWithOverviewAndCast: number;
}

export function catalogRepository(kysely: Kysely<Tables>) {
  return {
    /** Undefined while the database is empty. */
    latestImport: (): Promise<ImportRow | undefined> => latestImportQuery(kysely).executeTakeFirst(),
    async movieCount(): Promise<number> {
      return (await movieCountQuery(kysely).executeTakeFirstOrThrow()).count;
    },
    /** Whether data of this fingerprint was ever imported. */
    async hasImport(fingerprint: string): Promise<boolean> {
      return (await importQuery(kysely, fingerprint).executeTakeFirst()) !== undefined;
    },
    /** The sources that name films, that of most films first. */
    async listSources(): Promise<string[]> {
      return (await sourcesQuery(kysely).execute()).map(({ source }) => source);
    },
    holdings: (): Promise<Holdings> => holdingsQuery(kysely).executeTakeFirstOrThrow(),
  };
}

const latestImportQuery = (kysely: Kysely<Tables>) =>
  kysely.selectFrom("imports").selectAll().orderBy("id", "desc").limit(1);

const movieCountQuery = (kysely: Kysely<Tables>) =>
  kysely.selectFrom("movies").select((eb) => eb.fn.countAll<number>().as("count"));

const importQuery = (kysely: Kysely<Tables>, fingerprint: string) =>
  kysely.selectFrom("imports").select("id").where("fingerprint", "=", fingerprint).limit(1);

const sourcesQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("movieKeys")
    .select("source")
    .groupBy("source")
    .orderBy((eb) => eb.fn.countAll(), "desc")
    .orderBy("source");

const holdingsQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("movies")
    .leftJoin("movieTotals", "movieTotals.movieId", "movies.id")
    .select([
      sql<number>`count(*)::integer`.as("movieCount"),
      sql<number>`coalesce(sum(rating_count), 0)::integer`.as("ratingCount"),
      sql<number>`
        coalesce(sum(rating_count) filter (where overview is not null)::float8 / nullif(sum(rating_count), 0), 0)`.as(
        "shareOfRatingsWithOverview",
      ),
      sql<number>`
        coalesce(
          sum(rating_count) filter (where overview is not null and exists (
            select from credits where credits.movie_id = movies.id and role = 'cast'
          ))::float8 / nullif(sum(rating_count), 0), 0)`.as("shareOfRatingsWithOverviewAndCast"),
    ]);
