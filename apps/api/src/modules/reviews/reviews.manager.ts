// What viewers write about films: checked, judged, stored.
import type { JudgedText, MovieRow, ReviewRow } from "@matinee/db";
import type { UserError } from "@matinee/graphql-types";
import { toJudgedText } from "@matinee/workflows";
import type { Services } from "../../services.ts";
import { userError } from "../errors/user-errors.ts";
import { findKey } from "../node/global-id.ts";
import { cleanReviewText, findReviewTextError } from "./review-text.ts";

/** A review, or why there is none. */
export type ReviewResult = { readonly review: ReviewRow } | { readonly error: UserError };

type Parts = Pick<Services, "repositories" | "reviewLimit" | "sentiment">;

export async function writeReview(
  services: Parts,
  viewerId: number,
  movie: MovieRow,
  given: string,
): Promise<ReviewResult> {
  const { reviews } = services.repositories;
  const [known] = await reviews.findForViewer(viewerId, [movie.id]);
  if (known) return { error: alreadyWritten() };
  const checked = await checkText(services, viewerId, given);
  if ("error" in checked) return checked;
  const review = await reviews.write({ ...checked.judged, viewerId, movieId: movie.id, writtenAt: new Date() });
  // one written at the same moment from elsewhere
  return review ? { review } : { error: alreadyWritten() };
}

export async function updateReview(
  services: Parts,
  viewerId: number,
  id: string,
  given: string,
): Promise<ReviewResult> {
  const own = await findOwnReview(services, viewerId, id);
  if ("error" in own) return own;
  const checked = await checkText(services, viewerId, given);
  if ("error" in checked) return checked;
  const review = await services.repositories.reviews.update(own.review.id, viewerId, checked.judged, new Date());
  return review ? { review } : { error: reviewNotFound() };
}

/** The review as it was. */
export async function deleteReview(services: Parts, viewerId: number, id: string): Promise<ReviewResult> {
  const own = await findOwnReview(services, viewerId, id);
  if ("error" in own) return own;
  const isGone = await services.repositories.reviews.remove(own.review.id, viewerId);
  return isGone ? own : { error: reviewNotFound() };
}

/** Null for a text that is no review's id. */
export async function findReview(
  { repositories }: Pick<Services, "repositories">,
  id: string,
): Promise<ReviewRow | null> {
  const key = findKey("Review", id);
  if (key === null || !/^\d{1,9}$/.test(key)) return null;
  return (await repositories.reviews.findById(Number(key))) ?? null;
}

async function findOwnReview(services: Parts, viewerId: number, id: string): Promise<ReviewResult> {
  const review = await findReview(services, id);
  if (!review) return { error: reviewNotFound() };
  if (review.viewerId === viewerId) return { review };
  return { error: userError("FORBIDDEN", "This review was written by someone else.", ["input", "id"]) };
}

/** The limit counts what would be stored, so it comes last. */
async function checkText(
  { reviewLimit, sentiment }: Parts,
  viewerId: number,
  given: string,
): Promise<{ readonly judged: JudgedText } | { readonly error: UserError }> {
  const text = cleanReviewText(given);
  const error = findReviewTextError(text) ?? (await reviewLimit.count(viewerId));
  return error ? { error } : { judged: toJudgedText(text, sentiment.judge(text), sentiment.hash) };
}

const reviewNotFound = () => userError("NOT_FOUND", "There is no review with this id.", ["input", "id"]);

const alreadyWritten = () =>
  userError("DUPLICATE", "You have written about this movie already; change that review instead.", [
    "input",
    "movieId",
  ]);
