import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import { addToTotalsQuery, lockTotals } from "./rating-totals.ts";

/** See `viewersRepository().mergeInto`. */
export async function mergeViewers(kysely: Kysely<Tables>, fromId: number, toId: number): Promise<void> {
  if (fromId === toId) return;
  await inTransaction(kysely, async (transaction) => {
    // totals before ratings, as everybody: an import that has the one waits for the other
    await sql`lock table movie_totals in row share mode`.execute(transaction);
    const rated = await sharedMoviesQuery(transaction, fromId, toId).execute();
    await lockTotals(
      transaction,
      rated.map(({ movieId }) => movieId),
    );
    await dropEarlierRatings(transaction, fromId, toId);
    for (const table of ["ratings", "dismissals", "watchlist_entries", "reviews"]) {
      await moveRowsQuery(table, fromId, toId).execute(transaction);
    }
    await mergePreferencesQuery(fromId, toId).execute(transaction);
    await transaction.deleteFrom("viewers").where("id", "=", fromId).execute();
  });
}

const sharedMoviesQuery = (kysely: Kysely<Tables>, fromId: number, toId: number) =>
  kysely
    .selectFrom("ratings")
    .select("movieId")
    .where("viewerId", "in", [fromId, toId])
    .groupBy("movieId")
    .having((eb) => eb.fn.countAll(), "=", 2);

async function dropEarlierRatings(transaction: Transaction<Tables>, fromId: number, toId: number): Promise<void> {
  const { rows } = await dropEarlierRatingsQuery(fromId, toId).execute(transaction);
  await addToTotalsQuery(rows.map(({ movieId, halfStars }) => ({ movieId, before: halfStars, after: 0 }))).execute(
    transaction,
  );
}

const dropEarlierRatingsQuery = (fromId: number, toId: number) => sql<{ movieId: number; halfStars: number }>`
  delete from ratings as earlier using ratings as later
  where earlier.movie_id = later.movie_id
    and ((earlier.viewer_id = ${fromId} and later.viewer_id = ${toId} and earlier.rated_at <= later.rated_at)
      or (earlier.viewer_id = ${toId} and later.viewer_id = ${fromId} and earlier.rated_at < later.rated_at))
  returning earlier.movie_id, earlier.half_stars`;

const moveRowsQuery = (table: string, fromId: number, toId: number) => sql`
  update ${sql.table(table)} as moved set viewer_id = ${toId}
  where viewer_id = ${fromId}
    and not exists (select from ${sql.table(table)} as kept where kept.viewer_id = ${toId} and kept.movie_id = moved.movie_id)`;

const mergePreferencesQuery = (fromId: number, toId: number) => sql`
  update viewers set
    era = case when viewers.era = 'ANY' then source.era else viewers.era end,
    recommendations_version = viewers.recommendations_version + 1
  from viewers as source
  where viewers.id = ${toId} and source.id = ${fromId}`;
