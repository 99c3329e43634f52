import { type Kysely, sql } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables/tables.ts";
import type { Era } from "../tables/viewer.tables.ts";
import { mergeViewers } from "./merge-viewers.ts";

export interface ViewerRow {
  readonly id: number;
  readonly sourceKey: string | null;
  readonly accountId: string | null;
  readonly era: Era;
  readonly recommendationsVersion: number;
  readonly createdAt: Date;
}

export function viewersRepository(kysely: Kysely<Tables>) {
  return {
    /** @throws {DatabaseError} NOT_FOUND */
    getById: (id: number): Promise<ViewerRow> =>
      kysely
        .selectFrom("viewers")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirstOrThrow(() => new DatabaseError("NOT_FOUND", `There is no viewer with the id ${id}.`)),
    findByAccountId: (accountId: string): Promise<ViewerRow | undefined> =>
      kysely.selectFrom("viewers").selectAll().where("accountId", "=", accountId).executeTakeFirst(),
    /** The account's viewer, made when it has none yet; two calls at the same time get the same one. */
    createForAccount: (accountId: string): Promise<ViewerRow> =>
      createForAccountQuery(kysely, accountId).executeTakeFirstOrThrow(),
    /** Also makes the recommendations given before stale. */
    setEra: (id: number, era: Era): Promise<ViewerRow> =>
      setEraQuery(kysely, id, era).executeTakeFirstOrThrow(
        () => new DatabaseError("NOT_FOUND", `There is no viewer with the id ${id}.`),
      ),
    /**
     * Moves all that one viewer told us to another and removes the first, in one transaction. Where both rated a movie,
     * the later rating stays; where both reviewed it, the review of the other.
     */
    mergeInto: (fromId: number, toId: number): Promise<void> => mergeViewers(kysely, fromId, toId),
    /** Removes a viewer with all ratings (the totals follow), reviews and lists; false when there was none. */
    async remove(id: number): Promise<boolean> {
      const { numDeletedRows } = await kysely.deleteFrom("viewers").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    /** Films the viewer dismissed, newest first. */
    listDismissed: (viewerId: number): Promise<number[]> => listMovieIds(kysely, "dismissals", viewerId),
    /** Films on the viewer's watchlist, newest first. */
    listWatchlisted: (viewerId: number): Promise<number[]> => listMovieIds(kysely, "watchlistEntries", viewerId),
  };
}

async function listMovieIds(
  kysely: Kysely<Tables>,
  table: "dismissals" | "watchlistEntries",
  viewerId: number,
): Promise<number[]> {
  const rows = await kysely
    .selectFrom(table)
    .select("movieId")
    .where("viewerId", "=", viewerId)
    .orderBy("createdAt", "desc")
    .orderBy("movieId")
    .execute();
  return rows.map(({ movieId }) => movieId);
}

const createForAccountQuery = (kysely: Kysely<Tables>, accountId: string) =>
  kysely
    .insertInto("viewers")
    .values({ accountId })
    // an update that changes nothing: only so does a conflicting insert return the row
    .onConflict((conflict) => conflict.column("accountId").doUpdateSet({ accountId: sql`excluded.account_id` }))
    .returningAll();

const setEraQuery = (kysely: Kysely<Tables>, id: number, era: Era) =>
  kysely
    .updateTable("viewers")
    .set((eb) => ({ era, recommendationsVersion: eb("recommendationsVersion", "+", 1) }))
    .where("id", "=", id)
    .returningAll();
