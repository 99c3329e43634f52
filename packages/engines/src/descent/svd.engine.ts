// Taste in hidden dimensions: biased matrix factorization for ratings.
import type { Engine } from "../engine.types.ts";
import { type DescentHyperparameters, descentEngine, descentHyperparameters } from "./descent-engine.ts";
import { foldInViewer, starContributions } from "./ridge-viewer.ts";

export type SvdHyperparameters = DescentHyperparameters;

/**
 * Predicts μ + b_i + b_v + p_v·q_i stars (Koren, Bell and Volinsky, "Matrix factorization techniques for recommender
 * systems", 2009): minimizes Σ (r − μ − b_u − b_i − p_u·q_i)² + λ(b_u² + b_i² + |p_u|² + |q_i|²) over the ratings by
 * gradient descent. Stars are taken as they are, so that a dislike counts as its few stars. The model keeps items only; a
 * viewer is folded in by ridge regression of his residuals on the fixed item factors, with penalty f + λ·n on factors and
 * bias (f foldInRegularization, n ratings). A new item is folded in likewise from its raters.
 * Ranking score: predicted stars + w·log10(1 + ratings of the item).
 * Similarity: the cosine of two items' factors, shrunk by the other's number of ratings.
 * Intervals: errors on held-out ratings, folded in as at serving time, by size of the profile (`calibrate`).
 */
export const svdEngine: Engine<SvdHyperparameters> = descentEngine(
  { name: "svd", method: "factorize", foldIn: foldInViewer, contributions: starContributions },
  descentHyperparameters({ factors: 64, epochs: 30, regularization: 0.09 }),
);
