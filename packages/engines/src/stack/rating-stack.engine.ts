import { bayesianSvdPlusPlusEngine } from "../bayesian/bayesian-svd-plus-plus.engine.ts";
import { svdPlusPlusEngine } from "../descent/svd-plus-plus.engine.ts";
import { itemKnnEngine } from "../neighbors/item-knn.engine.ts";
import { ratingStack } from "./rating-stack.ts";

/** The best predictor of stars, corrected by two that err elsewhere. */
export const ratingStackEngine = ratingStack("rating-stack", [
  bayesianSvdPlusPlusEngine,
  itemKnnEngine,
  svdPlusPlusEngine,
]);
