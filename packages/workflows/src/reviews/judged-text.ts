import type { JudgedText } from "@matinee/db";
import type { Sentiment } from "@matinee/sentiment";

/** A classifier's judgment as the database stores it. */
export function toJudgedText(text: string, { label, probability }: Sentiment, modelHash: string): JudgedText {
  return { text, sentiment: label, positiveProbability: probability, judgedBy: modelHash };
}
