// What someone chose to rate tells of his taste, besides the stars: SVD++.
import type { Engine } from "../engine.types.ts";
import { type DescentHyperparameters, descentEngine, descentHyperparameters } from "./descent-engine.ts";
import { foldInViewer, starContributions } from "./ridge-viewer.ts";

export type SvdPlusPlusHyperparameters = DescentHyperparameters & { implicitRegularization: number };

/**
 * Predicts μ + b_i + b_v + q_i·(p_v + Σ_j y_j / √n) stars, j over the n items the viewer rated (Koren, "Factorization meets
 * the neighborhood", 2008), fitted by gradient descent with λ on biases, p and q and its own λ on y. Stars are taken as they
 * are; having rated an item counts whatever the stars. A viewer is folded in by Σ y_j / √n, which needs no training, and a
 * ridge regression on the fixed q of what it leaves of his residuals, for b_v and p_v; a new item by ridge regression on its
 * raters' p_v + Σ y_j / √n, with y of zero until the next training. Ranking score, similarity and intervals are as in `svd`.
 */
export const svdPlusPlusEngine: Engine<SvdPlusPlusHyperparameters> = descentEngine(
  { name: "svd-plus-plus", method: "factorizeImplicit", foldIn: foldInViewer, contributions: starContributions },
  {
    ...descentHyperparameters({ factors: 64, epochs: 30, regularization: 0.09 }),
    implicitRegularization: {
      description: "λ per rating on y, what having rated an item says",
      minimum: 1e-4,
      maximum: 2,
      default: 0.02,
      logarithmic: true,
    },
  },
);
