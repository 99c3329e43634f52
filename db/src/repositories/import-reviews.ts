import { type Kysely, sql } from "kysely";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import type { ImportedReview, ReviewImportCounts } from "./review.types.ts";

/** See `reviewsRepository().importReviews`. */
export async function importReviews(
  kysely: Kysely<Tables>,
  reviews: readonly ImportedReview[],
): Promise<ReviewImportCounts> {
  if (reviews.length === 0) return { added: 0, changed: 0 };
  const distinct = [...new Map(reviews.map((review) => [`${review.source}\n${review.sourceKey}`, review])).values()];
  return inTransaction(
    kysely,
    async (transaction) => {
      await createStagingSql.execute(transaction);
      await sql`delete from imported_reviews`.execute(transaction);
      await copyIn(transaction, `imported_reviews (${stagedColumns})`, encodeReviews(distinct));
      const { rows } = await upsertSql.execute(transaction);
      if (rows.length >= rowsWorthAnalyzing) await sql`analyze reviews`.execute(transaction);
      const added = rows.filter(({ isNew }) => isNew).length;
      return { added, changed: rows.length - added };
    },
    { timeoutMs: null },
  );
}

/** A film's few reviews do not change what the planner should know. */
const rowsWorthAnalyzing = 1_000;

const stagedColumns =
  "movie_id, source, source_key, author, text, half_stars, sentiment, positive_probability, judged_by, written_at";

function encodeReviews(reviews: readonly ImportedReview[]) {
  return encodeRows(reviews.length, 10, (row, index) => {
    const review = reviews[index]!;
    row.int4(review.movieId);
    row.text(review.source);
    row.text(review.sourceKey);
    row.text(review.author);
    row.text(review.text);
    row.int2(review.halfStars);
    row.text(review.sentiment);
    row.float4(review.positiveProbability);
    row.text(review.judgedBy);
    row.timestamptz(review.writtenAt && review.writtenAt.getTime() / 1000);
  });
}

const createStagingSql = sql`
  create temporary table if not exists imported_reviews (
    movie_id integer, source text, source_key text, author text, text text, half_stars smallint,
    sentiment text, positive_probability real, judged_by text, written_at timestamptz
  ) on commit delete rows`;

const upsertSql = sql<{ isNew: boolean }>`
  insert into reviews (${sql.raw(stagedColumns)})
  select ${sql.raw(stagedColumns)} from imported_reviews order by source, source_key
  on conflict (source, source_key) do update set
    movie_id = excluded.movie_id, author = excluded.author, text = excluded.text, half_stars = excluded.half_stars,
    sentiment = excluded.sentiment, positive_probability = excluded.positive_probability,
    judged_by = excluded.judged_by, written_at = excluded.written_at, updated_at = now()
  where (reviews.movie_id, reviews.author, reviews.text, reviews.half_stars, reviews.judged_by, reviews.written_at)
    is distinct from
    (excluded.movie_id, excluded.author, excluded.text, excluded.half_stars, excluded.judged_by, excluded.written_at)
  returning xmax = 0 as is_new`;
