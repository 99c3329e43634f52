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

export function catalogRepository(kysely: Kysely<Tables>) {
  return {
    /** The newest import: what the database holds. Undefined while it is empty. */
    latestImport: (): Promise<ImportRow | undefined> => latestImportQuery(kysely).executeTakeFirst(),
    async movieCount(): Promise<number> {
      return (await movieCountQuery(kysely).executeTakeFirstOrThrow()).count;
    },
    /** Share of all ratings that are of a film with an overview, 0 to 1; 0 without ratings. */
    async shareOfRatingsWithOverview(): Promise<number> {
      return (await overviewShareQuery(kysely).executeTakeFirstOrThrow()).share ?? 0;
    },
  };
}

const latestImportQuery = (kysely: Kysely<Tables>) =>
  kysely.selectFrom("imports").selectAll().orderBy("id", "desc").limit(1);

const movieCountQuery = (kysely: Kysely<Tables>) =>
  kysely.selectFrom("movies").select((eb) => eb.fn.countAll<number>().as("count"));

const overviewShareQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("movieTotals")
    .innerJoin("movies", "movies.id", "movieTotals.movieId")
    .select(
      sql<number | null>`
        (sum(rating_count) filter (where overview is not null))::float8 / nullif(sum(rating_count), 0)`.as("share"),
    );
