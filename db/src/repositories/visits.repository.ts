import type { Kysely } from "kysely";
import type { Tables } from "../tables/tables.ts";

export function visitsRepository(kysely: Kysely<Tables>) {
  return {
    async record(visitorId: string): Promise<void> {
      await kysely.insertInto("visits").values({ visitorId }).execute();
    },
    /** All visits ever, and by how many visitors. */
    count: (): Promise<{ total: number; unique: number }> => countQuery(kysely).executeTakeFirstOrThrow(),
  };
}

const countQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("visits")
    .select((eb) => [eb.fn.countAll<number>().as("total"), eb.fn.count<number>("visitorId").distinct().as("unique")]);
