import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { importReviews } from "./import-reviews.ts";
import type {
  ImportedReview,
  JudgedText,
  NewReview,
  ReviewImportCounts,
  ReviewPage,
  ReviewPageRequest,
  ReviewPosition,
  ReviewRow,
  ReviewSummaryRow,
} from "./review.types.ts";

export function reviewsRepository(kysely: Kysely<Tables>) {
  return {
    /** Undefined, with nothing changed, when the viewer has written about the film already. */
    write: (review: NewReview): Promise<ReviewRow | undefined> => writeQuery(kysely, review).executeTakeFirst(),
    /** Undefined when there is no such review of this viewer. */
    update: (id: number, viewerId: number, text: JudgedText, updatedAt: Date): Promise<ReviewRow | undefined> =>
      updateQuery(kysely, id, viewerId, { ...text, updatedAt }).executeTakeFirst(),
    /** False when there is no such review of this viewer. */
    async remove(id: number, viewerId: number): Promise<boolean> {
      const { numDeletedRows } = await removeQuery(kysely, id, viewerId).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    findById: (id: number): Promise<ReviewRow | undefined> => findByIdQuery(kysely, id).executeTakeFirst(),
    /** What the viewer wrote about these films. */
    findForViewer: (viewerId: number, movieIds: readonly number[]): Promise<ReviewRow[]> =>
      findForViewerQuery(kysely, viewerId, movieIds).execute(),
    /** A page of each film: newest first, those without a date behind those with one. Films without a review are left out. */
    async pageByMovies(
      movieIds: readonly number[],
      { first, after }: ReviewPageRequest,
    ): Promise<Map<number, ReviewPage>> {
      const rows = await pageByMoviesQuery(kysely, movieIds, first, after).execute();
      const pages = Map.groupBy(rows, ({ movieId }) => movieId);
      return new Map(
        [...pages].map(([id, own]) => [id, { reviews: own.slice(0, first), hasNextPage: own.length > first }]),
      );
    },
    /** Films without a review are left out. */
    summarize: (movieIds: readonly number[]): Promise<ReviewSummaryRow[]> => summarizeQuery(kysely, movieIds).execute(),
    /**
     * Stores reviews from elsewhere, all or none. They are known by source and key: a second import changes what
     * differs and adds what is new. Of several with one key the last counts.
     */
    importReviews: (reviews: readonly ImportedReview[]): Promise<ReviewImportCounts> => importReviews(kysely, reviews),
    /** Reviews that another model judged, in the order of their ids. */
    listJudgedByOthers: (modelHash: string, limit: number): Promise<Pick<ReviewRow, "id" | "text">[]> =>
      listJudgedByOthersQuery(kysely, modelHash, limit).execute(),
    /** Stores a new judgment, unless the text has changed meanwhile. */
    async judge(id: number, judged: JudgedText): Promise<void> {
      await judgeQuery(kysely, id, judged).execute();
    },
  };
}

const columns = [
  "id",
  "movieId",
  "viewerId",
  "source",
  "author",
  "text",
  "halfStars",
  "sentiment",
  "positiveProbability",
  "judgedBy",
  "writtenAt",
  "sortedAt",
  "updatedAt",
] as const;

const writeQuery = (kysely: Kysely<Tables>, review: NewReview) =>
  kysely
    .insertInto("reviews")
    .values({ ...review, source: "viewer", updatedAt: review.writtenAt })
    .onConflict((conflict) => conflict.columns(["viewerId", "movieId"]).doNothing())
    .returning(columns);

const updateQuery = (
  kysely: Kysely<Tables>,
  id: number,
  viewerId: number,
  changes: JudgedText & { readonly updatedAt: Date },
) =>
  kysely.updateTable("reviews").set(changes).where("id", "=", id).where("viewerId", "=", viewerId).returning(columns);

const removeQuery = (kysely: Kysely<Tables>, id: number, viewerId: number) =>
  kysely.deleteFrom("reviews").where("id", "=", id).where("viewerId", "=", viewerId);

const findByIdQuery = (kysely: Kysely<Tables>, id: number) =>
  kysely.selectFrom("reviews").select(columns).where("id", "=", id);

const findForViewerQuery = (kysely: Kysely<Tables>, viewerId: number, movieIds: readonly number[]) =>
  kysely
    .selectFrom("reviews")
    .select(columns)
    .where("viewerId", "=", viewerId)
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))));

const pageByMoviesQuery = (
  kysely: Kysely<Tables>,
  movieIds: readonly number[],
  first: number,
  after: ReviewPosition | undefined,
) => {
  let page = kysely
    .selectFrom("reviews")
    .select(columns)
    .whereRef("reviews.movieId", "=", sql.ref("wanted.movie_id"))
    .orderBy("sortedAt", "desc")
    .orderBy("id", "desc")
    .limit(first + 1);
  if (after) page = page.where((eb) => eb(eb.refTuple("sortedAt", "id"), "<", eb.tuple(after.sortedAt, after.id)));
  return kysely
    .selectFrom(sql<{ movieId: number }>`unnest(${[...movieIds]}::integer[])`.as<"wanted">(sql`wanted (movie_id)`))
    .innerJoinLateral(page.as("page"), (join) => join.onTrue())
    .selectAll("page")
    .orderBy("page.sortedAt", "desc")
    .orderBy("page.id", "desc");
};

const summarizeQuery = (kysely: Kysely<Tables>, movieIds: readonly number[]) =>
  kysely
    .selectFrom("reviews")
    .select((eb) => [
      "movieId",
      eb.fn.countAll<number>().as("count"),
      eb.fn.countAll<number>().filterWhere("sentiment", "=", "POSITIVE").as("positiveCount"),
    ])
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))))
    .groupBy("movieId");

const listJudgedByOthersQuery = (kysely: Kysely<Tables>, modelHash: string, limit: number) =>
  kysely.selectFrom("reviews").select(["id", "text"]).where("judgedBy", "!=", modelHash).orderBy("id").limit(limit);

const judgeQuery = (kysely: Kysely<Tables>, id: number, { text, ...judgment }: JudgedText) =>
  kysely.updateTable("reviews").set(judgment).where("id", "=", id).where("text", "=", text);
