// Which engines an answer rests on, and for what: the only place where they are named. A promoted engine that is in no
// list here is there for comparison and takes no part in answers.
import type { EngineName } from "@matinee/engines";
import type { BlendWeights } from "./recommender.types.ts";

export type Family = keyof BlendWeights;

export const families: readonly Family[] = ["collaborative", "content", "statistical"];

/**
 * Who may stand for a family, best first: the first group of which any engine is promoted does, and those of its engines
 * that are promoted share the family's weight evenly.
 */
export const enginesOfFamily: Readonly<Record<Family, readonly (readonly EngineName[])[]>> = {
  collaborative: [["ranking-stack"], ["item-knn", "svd"]],
  content: [["content-attributes"], ["content-embedding"]],
  statistical: [["bayesian-average"]],
};

/** The engines that predict stars: the first that is promoted does. */
export const predictingEngines: readonly EngineName[] = ["bayesian-svd-plus-plus", "svd", "bayesian-average"];

/** The engine that knows which films the same viewers like. */
export const audienceEngine: EngineName = "item-knn";

/** The engine that knows which films tell like stories. */
export const storyEngine: EngineName = "content-embedding";

/** The engine that knows what films have in common: people, genres, years, words of their plots. */
export const factsEngine: EngineName = "content-attributes";

/** The engine that knows what all viewers think of a film. */
export const averageEngine: EngineName = "bayesian-average";
