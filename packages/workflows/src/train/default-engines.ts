import type { EngineName } from "@matinee/engines";

/**
 * The engines that every start keeps a promoted model of: those that the site's answers are made of. Longest training
 * first, so that two at a time end together; on ml-latest-small they take under 30 s on two cores.
 */
export const defaultEngines: readonly EngineName[] = [
  "bayesian-svd-plus-plus",
  "ranking-stack",
  "item-knn",
  "content-embedding",
  "content-attributes",
  "bayesian-average",
];
