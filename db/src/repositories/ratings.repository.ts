import { type Kysely, sql, type Transaction } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import { addToTotalsQuery, lockTotals } from "./rating-totals.ts";

export interface RatingRow {
  readonly movieId: number;
  /** Stars × 2: 1 to 10. */
  readonly halfStars: number;
  readonly ratedAt: Date;
}

export interface RatingPage {
  /** Newest first. */
  readonly ratings: readonly RatingRow[];
  readonly hasNextPage: boolean;
}

/** Where the next page begins: the last rating of the one before. */
export type RatingPosition = Pick<RatingRow, "ratedAt" | "movieId">;

export function ratingsRepository(kysely: Kysely<Tables>) {
  const rateMany = (viewerId: number, ratings: readonly RatingRow[]): Promise<void> =>
    inTransaction(kysely, (transaction) => writeRatings(transaction, viewerId, ratings));
  return {
    /**
     * Stores or replaces one rating, in one transaction with the movie's totals and the viewer's recommendationsVersion.
     * @throws {DatabaseError} NOT_FOUND when the movie or the viewer does not exist.
     */
    rate: ({ viewerId, ...rating }: RatingRow & { readonly viewerId: number }) => rateMany(viewerId, [rating]),
    /** The same for many ratings of one viewer, all or none; the last one of a movie wins. */
    rateMany,
    /** Takes a rating back; false when there was none, and then nothing changes. */
    unrate: (viewerId: number, movieId: number): Promise<boolean> =>
      inTransaction(kysely, (transaction) => deleteRating(transaction, viewerId, movieId)),
    /** Newest first. */
    listByViewer: (viewerId: number): Promise<RatingRow[]> => listByViewerQuery(kysely, viewerId).execute(),
    async pageByViewer(viewerId: number, first: number, after?: RatingPosition): Promise<RatingPage> {
      const rows = await pageByViewerQuery(kysely, viewerId, first, after).execute();
      return { ratings: rows.slice(0, first), hasNextPage: rows.length > first };
    },
    async countByViewer(viewerId: number): Promise<number> {
      return (await countByViewerQuery(kysely, viewerId).executeTakeFirstOrThrow()).count;
    },
    /** The viewer's ratings among these movies. */
    findForViewer: (viewerId: number, movieIds: readonly number[]): Promise<RatingRow[]> =>
      findForViewerQuery(kysely, viewerId, movieIds).execute(),
  };
}

async function writeRatings(
  transaction: Transaction<Tables>,
  viewerId: number,
  ratings: readonly RatingRow[],
): Promise<void> {
  const lastByMovie = new Map(ratings.map((rating) => [rating.movieId, rating]));
  const movieIds = [...lastByMovie.keys()];
  if (movieIds.length === 0) return;
  await lockTotals(transaction, movieIds);
  await advanceViewer(transaction, viewerId);
  const before = await findForViewerQuery(transaction, viewerId, movieIds).execute();
  const halfStarsBefore = new Map(before.map(({ movieId, halfStars }) => [movieId, halfStars]));
  await upsertQuery(viewerId, [...lastByMovie.values()]).execute(transaction);
  const changes = [...lastByMovie.values()].map(({ movieId, halfStars }) => ({
    movieId,
    before: halfStarsBefore.get(movieId) ?? 0,
    after: halfStars,
  }));
  await addToTotalsQuery(changes).execute(transaction);
}

async function deleteRating(transaction: Transaction<Tables>, viewerId: number, movieId: number): Promise<boolean> {
  await lockTotals(transaction, [movieId]);
  const deleted = await deleteQuery(transaction, viewerId, movieId).executeTakeFirst();
  if (!deleted) return false;
  await advanceViewer(transaction, viewerId);
  await addToTotalsQuery([{ movieId, before: deleted.halfStars, after: 0 }]).execute(transaction);
  return true;
}

/** What a viewer wrote makes the recommendations given before stale. */
async function advanceViewer(transaction: Transaction<Tables>, viewerId: number): Promise<void> {
  const { numUpdatedRows } = await advanceViewerQuery(transaction, viewerId).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new DatabaseError("NOT_FOUND", `There is no viewer with the id ${viewerId}.`);
}

const advanceViewerQuery = (kysely: Kysely<Tables>, viewerId: number) =>
  kysely
    .updateTable("viewers")
    .set((eb) => ({ recommendationsVersion: eb("recommendationsVersion", "+", 1) }))
    .where("id", "=", viewerId);

const upsertQuery = (viewerId: number, ratings: readonly RatingRow[]) => sql`
  insert into ratings (viewer_id, movie_id, half_stars, rated_at)
  select ${viewerId}::int, * from unnest(
    ${ratings.map(({ movieId }) => movieId)}::int[],
    ${ratings.map(({ halfStars }) => halfStars)}::int2[],
    ${ratings.map(({ ratedAt }) => ratedAt.toISOString())}::timestamptz[]
  )
  on conflict (viewer_id, movie_id) do update set half_stars = excluded.half_stars, rated_at = excluded.rated_at`;

const deleteQuery = (kysely: Kysely<Tables>, viewerId: number, movieId: number) =>
  kysely.deleteFrom("ratings").where("viewerId", "=", viewerId).where("movieId", "=", movieId).returning("halfStars");

const listByViewerQuery = (kysely: Kysely<Tables>, viewerId: number) =>
  kysely
    .selectFrom("ratings")
    .select(["movieId", "halfStars", "ratedAt"])
    .where("viewerId", "=", viewerId)
    .orderBy("ratedAt", "desc")
    .orderBy("movieId");

const pageByViewerQuery = (kysely: Kysely<Tables>, viewerId: number, first: number, after?: RatingPosition) => {
  const query = listByViewerQuery(kysely, viewerId).limit(first + 1);
  if (!after) return query;
  return query.where((eb) =>
    eb.or([
      eb("ratedAt", "<", after.ratedAt),
      eb.and([eb("ratedAt", "=", after.ratedAt), eb("movieId", ">", after.movieId)]),
    ]),
  );
};

const countByViewerQuery = (kysely: Kysely<Tables>, viewerId: number) =>
  kysely
    .selectFrom("ratings")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("viewerId", "=", viewerId);

const findForViewerQuery = (kysely: Kysely<Tables>, viewerId: number, movieIds: readonly number[]) =>
  kysely
    .selectFrom("ratings")
    .select(["movieId", "halfStars", "ratedAt"])
    .where("viewerId", "=", viewerId)
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))));
