// Statistics of all that is stored, and the report made of them, kept beside the import it describes.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import { type CatalogStatistics, measureCatalog } from "./measure-catalog.ts";
import { type DataFacts, type FactsOptions, measureFacts } from "./measure-facts.ts";
import { measureRatings, type RatingStatistics } from "./measure-ratings.ts";

export type DataStatistics = CatalogStatistics & RatingStatistics;

export interface StoredReport<Report> {
  readonly importId: number;
  readonly measuredAt: Date;
  readonly report: Report;
}

export function dataReportRepository(kysely: Kysely<Tables>) {
  return {
    /** Reads every rating a few times: seconds for millions, never for a request. */
    measure: (): Promise<DataStatistics> =>
      inTransaction(
        kysely,
        async (transaction) => ({ ...(await measureCatalog(transaction)), ...(await measureRatings(transaction)) }),
        { timeoutMs: null },
      ),
    /** For expectations of the data; in an import's transaction of what it would store. */
    measureFacts: (options: FactsOptions): Promise<DataFacts> =>
      inTransaction(kysely, (transaction) => measureFacts(transaction, options), { timeoutMs: null }),
    /** An imported viewer who has given about so many ratings; undefined without any. */
    findExampleViewer: async (ratings: number): Promise<number | undefined> =>
      (await exampleViewerSql(ratings).execute(kysely)).rows[0]?.viewerId,
    /** One report for each import; a later one takes its place. */
    store: async (importId: number, report: unknown): Promise<void> => {
      await storeQuery(kysely, importId, JSON.stringify(report)).execute();
    },
    /** Of the newest import that has one; of those before the named import where one is named. */
    latest: <Report>(before?: number): Promise<StoredReport<Report> | undefined> =>
      latestQuery(kysely, before).executeTakeFirst() as Promise<StoredReport<Report> | undefined>,
  };
}

const exampleViewerSql = (ratings: number) => sql<{ viewerId: number }>`
  select viewer_id from ratings join viewers on viewers.id = viewer_id
  where source_key is not null
  group by viewer_id order by abs(count(*) - ${ratings}::integer), viewer_id limit 1`;

const storeQuery = (kysely: Kysely<Tables>, importId: number, report: string) =>
  kysely
    .insertInto("dataReports")
    .values({ importId, report })
    .onConflict((conflict) =>
      conflict.column("importId").doUpdateSet({ report: (eb) => eb.ref("excluded.report"), measuredAt: sql`now()` }),
    );

const latestQuery = (kysely: Kysely<Tables>, before: number | undefined) =>
  kysely
    .selectFrom("dataReports")
    .selectAll()
    .$if(before !== undefined, (query) => query.where("importId", "<", before!))
    .orderBy("importId", "desc")
    .limit(1);
