import { type Database, reviewsRepository } from "@matinee/db";
import type { SentimentClassifier } from "@matinee/sentiment";
import { toJudgedText } from "./judged-text.ts";

const batchSize = 200;

/** Judges again what another model judged, batch by batch, so that it can run beside others; returns how many. */
export async function judgeReviews(
  database: Database,
  classifier: SentimentClassifier,
  signal?: AbortSignal,
): Promise<number> {
  const reviews = reviewsRepository(database.kysely);
  for (let count = 0; ; ) {
    signal?.throwIfAborted();
    const stale = await reviews.listJudgedByOthers(classifier.hash, batchSize);
    if (stale.length === 0) return count;
    const judgments = await classifier.classify(stale.map(({ text }) => text));
    const judged = stale.map(({ id, text }, index) => ({
      id,
      ...toJudgedText(text, judgments[index]!, classifier.hash),
    }));
    await database.transaction(async (transaction) => {
      for (const { id, ...text } of judged) await reviewsRepository(transaction).judge(id, text);
    });
    count += stale.length;
  }
}
