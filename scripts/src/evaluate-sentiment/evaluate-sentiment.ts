import { expectedCalibrationError, type SentimentClassifier } from "@matinee/sentiment";
import type { LabelledTexts } from "./labelled-lines.ts";

export interface SentimentFigures {
  readonly n: number;
  /** Share of texts whose more probable side is the right one. */
  readonly accuracy: number;
  /** See `expectedCalibrationError`. */
  readonly expectedCalibrationError: number;
  /** Without loading the classifier and reading the file. */
  readonly textsPerSecond: number;
}

export async function evaluateSentiment(
  classifier: SentimentClassifier,
  { texts, positive }: LabelledTexts,
  signal: AbortSignal,
): Promise<SentimentFigures> {
  const start = performance.now();
  const judgments = await classifier.classify(texts, { signal });
  const seconds = (performance.now() - start) / 1000;
  const probabilities = judgments.map(({ probability }) => probability);
  const right = probabilities.filter((probability, index) => probability >= 0.5 === positive[index]);
  return {
    n: texts.length,
    accuracy: right.length / texts.length,
    expectedCalibrationError: expectedCalibrationError(probabilities, positive),
    textsPerSecond: Math.round(texts.length / seconds),
  };
}
