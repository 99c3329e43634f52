// Stars a folded-in viewer will give, with their credible interval.
import { normalProbability } from "@matinee/kernels";
import type { Predictions } from "../engine.types.ts";
import { intervalLevel } from "../model/residual-quantiles.ts";
import { likelihoodOf, type Posterior, readVector, weightOf } from "./posterior.ts";
import { cutsOf, dot, type FoldedDraw, variance } from "./viewer.ts";

/** Half the width of a normal distribution's 90 % interval, in standard deviations. */
const intervalHalfWidth = 1.6449;

interface Moments {
  readonly mean: number;
  readonly square: number;
}

/**
 * Mean over the draws of what each predicts, and the interval of a normal distribution with the predictive variance: that
 * of the draws' means, of the viewer's vector within each draw, and of the noise. Within the stars that occur.
 */
export function predictStars(posterior: Posterior, viewer: readonly FoldedDraw[], items: Int32Array): Predictions {
  const mean = new Float32Array(items.length);
  const low = new Float32Array(items.length);
  const high = new Float32Array(items.length);
  const { levels } = posterior;
  const bounded = (stars: number) => Math.min(levels[levels.length - 1], Math.max(levels[0], stars));
  const x = new Float64Array(posterior.columns);
  for (let row = 0; row < items.length; row++) {
    let first = 0;
    let second = 0;
    for (let draw = 0; draw < posterior.draws; draw++) {
      readVector(posterior.items, posterior, items[row], draw, x);
      const base = posterior.offsets[draw] + x[0];
      x[0] = 1;
      const score = base + dot(x, viewer[draw].vector);
      const spread = variance(viewer[draw].lower, x) + 1 / viewer[draw].noise;
      const moments =
        likelihoodOf(posterior, draw) === "gaussian"
          ? { mean: score, square: score * score + spread }
          : levelMoments(score, spread, cutsOf(posterior, draw), levels);
      first += weightOf(posterior, draw) * moments.mean;
      second += weightOf(posterior, draw) * moments.square;
    }
    const halfWidth = intervalHalfWidth * Math.sqrt(Math.max(0, second - first * first));
    mean[row] = bounded(first);
    low[row] = Math.min(mean[row], bounded(first - halfWidth));
    high[row] = Math.max(mean[row], bounded(first + halfWidth));
  }
  return { mean, low, high, level: intervalLevel };
}

/** Moments of the stars whose latent value is N(score, spread): Σ level·p and Σ level²·p. */
function levelMoments(score: number, spread: number, cuts: Float32Array, levels: Float32Array): Moments {
  const deviation = Math.sqrt(spread);
  let mean = 0;
  let square = 0;
  let below = 0;
  for (let level = 0; level < levels.length; level++) {
    const above = level + 1 < levels.length ? normalProbability((cuts[level + 1] - score) / deviation) : 1;
    mean += (above - below) * levels[level];
    square += (above - below) * levels[level] ** 2;
    below = above;
  }
  return { mean, square };
}
