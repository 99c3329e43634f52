import type { SourceReview } from "@matinee/datasets";
import type { JudgedText } from "@matinee/db";
import { loadLinearClassifier } from "@matinee/sentiment";
import { toJudgedText } from "./judged-text.ts";

type NamedText = Pick<SourceReview, "key" | "text">;

export type JudgedReview<Review extends NamedText> = Omit<Review, keyof NamedText> &
  JudgedText & {
    readonly sourceKey: string;
  };

/** Reviews from elsewhere as the database stores them, with their sentiment; in their order. */
export async function judgeSourceReviews<Review extends NamedText>(
  reviews: readonly Review[],
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<JudgedReview<Review>[]> {
  const classifier = await loadLinearClassifier();
  const judgments = await classifier.classify(
    reviews.map(({ text }) => text),
    { ...(signal && { signal }) },
  );
  return reviews.map(({ key, text, ...review }, index) => ({
    ...review,
    sourceKey: key,
    ...toJudgedText(text, judgments[index]!, classifier.hash),
  }));
}
