// The linear model: two weighted views of a text, combined by its length into one logit.
import { listBuckets, type VisitFeatures, visitPhrases, visitPieces } from "./features.ts";

/** A way to see a text, with the weight of each bucket. */
export interface View {
  readonly visitFeatures: VisitFeatures;
  /** A bucket's weight is this times its step, sign kept: `scale × step × |step|`. As many buckets as steps. */
  readonly steps: Int8Array;
  readonly scale: number;
}

/** How the views' scores and the text's length make a logit, in the order of `listTerms`. */
export type Combination = readonly number[];

export interface LinearModel {
  readonly views: readonly View[];
  readonly combination: Combination;
}

/** By name, in the order in which a model holds them; the numbers of buckets are powers of two. */
export const viewShapes = [
  { name: "phrases", visitFeatures: visitPhrases, bucketCount: 2 ** 22 },
  { name: "pieces", visitFeatures: visitPieces, bucketCount: 2 ** 20 },
] as const;

const shortestText = 8;
const longestText = 800;

/** Each view's score: the sum of the weights of its distinct buckets by the root of their number. */
export function scoreWords(words: readonly string[], views: readonly View[]): number[] {
  return views.map((view) => {
    const buckets = listBuckets(words, view.visitFeatures, view.steps.length);
    let sum = 0;
    for (const bucket of buckets) sum += Math.abs(view.steps[bucket]) * view.steps[bucket];
    return (view.scale * sum) / Math.sqrt(buckets.length || 1);
  });
}

/** What a combination weighs: each score, each score times the logarithm of the text's length, and a constant. */
export function listTerms(scores: readonly number[], wordCount: number): number[] {
  const length = Math.log(Math.min(Math.max(wordCount, shortestText), longestText));
  return [...scores.flatMap((score) => [score, score * length]), 1];
}

export function computeLogit(words: readonly string[], { views, combination }: LinearModel): number {
  return listTerms(scoreWords(words, views), words.length).reduce(
    (sum, term, index) => sum + term * combination[index],
    0,
  );
}

/** The logistic function: a logit as a probability. */
export const toProbability = (logit: number): number => 1 / (1 + Math.exp(-logit));
