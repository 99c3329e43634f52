import type { SourceReview } from "@matinee/datasets";
import { type Database, type ReviewImportCounts, reviewsRepository } from "@matinee/db";
import { loadLinearClassifier } from "@matinee/sentiment";
import type { WorkflowOptions } from "../workflow-options.ts";
import { toJudgedText } from "./judged-text.ts";

/** A source's review of a stored film. */
export interface MovieReview extends Omit<SourceReview, "movie"> {
  /** The film's id in the database. */
  readonly movieId: number;
}

/**
 * Judges and stores reviews from elsewhere, all or none; known ones change where they differ and keep their ids.
 * @param kysely the database or a transaction of it
 */
export async function importReviews(
  kysely: Database["kysely"],
  reviews: readonly MovieReview[],
  { onProgress, signal }: WorkflowOptions = {},
): Promise<ReviewImportCounts> {
  const classifier = await loadLinearClassifier();
  const judgments = await classifier.classify(
    reviews.map(({ text }) => text),
    { onProgress: (done, total) => onProgress?.(done / total), ...(signal && { signal }) },
  );
  signal?.throwIfAborted();
  return reviewsRepository(kysely).importReviews(
    reviews.map(({ key, text, ...review }, index) => ({
      ...review,
      sourceKey: key,
      ...toJudgedText(text, judgments[index]!, classifier.hash),
    })),
  );
}
