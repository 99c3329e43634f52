export type SentimentLabel = "POSITIVE" | "NEGATIVE" | "NEUTRAL";

export interface Sentiment {
  /** See `labelProbability`. */
  readonly label: SentimentLabel;
  /** Probability that the writer liked it, 0 to 1. */
  readonly probability: number;
}

/** Judges whether the writer of a text about a film liked it. */
export interface SentimentClassifier {
  /** "linear" or "distilbert-sst-2". */
  readonly name: string;
  /** SHA-256 (hex) of the file the judgments come from: another hash may judge otherwise. */
  readonly hash: string;
  /** One judgment for each text, in their order. */
  classify(texts: readonly string[], options?: ClassifyOptions): Promise<Sentiment[]>;
  close(): Promise<void>;
}

export interface ClassifyOptions {
  /** Called with the number of texts done so far. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Rejects with the signal's reason; what was not begun is not judged. */
  readonly signal?: AbortSignal;
}

/** A classifier that cannot start or go on; the message is one sentence saying what to do. */
export class SentimentError extends Error {
  override readonly name = "SentimentError";
}

/** Below it, and above one minus it, a text takes a side; between the two it is NEUTRAL. */
const neutralFrom = 0.4;

/** NEGATIVE below .4, POSITIVE above .6, NEUTRAL between them. */
export function labelProbability(probability: number): SentimentLabel {
  if (probability < neutralFrom) return "NEGATIVE";
  return probability > 1 - neutralFrom ? "POSITIVE" : "NEUTRAL";
}
