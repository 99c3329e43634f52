// By which of their ratings two items, or two viewers, are alike when stars are predicted.
import type { SimilarityRule } from "./neighbor-lists.ts";

/**
 * - cosine: of stars as they are;
 * - adjusted-cosine: of stars less their baseline (Sarwar and others 2001 take the user's mean alone for it: no better between
 *   items on validation, worse between viewers), lengths over all ratings, so that a single shared rating says little;
 * - pearson-baseline: correlation of stars less their baseline over the shared ratings (Koren 2010).
 */
export const ratingSimilarityRule = {
  description: "What of the ratings is compared for predictions: stars, or stars less their baseline",
  choices: ["cosine", "adjusted-cosine", "pearson-baseline"],
  default: "adjusted-cosine",
} as const;

export function similarityRule(similarity: string, shrinkage: number): SimilarityRule {
  return { kind: similarity === "pearson-baseline" ? "shared-correlation" : "cosine", shrinkage };
}

/** A neighbor of this similarity and no deviation that every prediction has: few or faint neighbors say little. */
export const neighborDamping = 0.15;
