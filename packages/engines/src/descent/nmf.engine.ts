// Taste as a sum of parts, none of which subtracts: non-negative matrix factorization.
import type { Engine } from "../engine.types.ts";
import { type DescentHyperparameters, descentEngine, descentHyperparameters } from "./descent-engine.ts";
import { foldInNonNegative, nonNegativeContributions } from "./non-negative-viewer.ts";

export type NmfHyperparameters = DescentHyperparameters;

/**
 * Predicts μ + b_i + b_v + p_v·q_i stars with p, q ≥ 0 (after Luo, Zhou, Xia and Zhu, "An efficient non-negative matrix
 * factorization-based approach to collaborative filtering", 2014), fitted by projected gradient descent: a step that would
 * fall below zero ends there. A factor is a kind of film, and a viewer has more or less of a liking for it; biases take
 * what is common. Stars are taken as they are. A viewer is folded in by the non-negative ridge regression of his residuals
 * on the fixed item factors (`foldInNonNegative`), whose solution is linear in the residuals on its positive factors: the
 * explanations are its terms. Ranking score, similarity and intervals are as in `svd`.
 */
export const nmfEngine: Engine<NmfHyperparameters> = descentEngine(
  {
    name: "nmf",
    method: "factorizeNonNegative",
    foldIn: foldInNonNegative,
    contributions: nonNegativeContributions,
  },
  descentHyperparameters({ factors: 64, epochs: 30, regularization: 0.05 }),
);
