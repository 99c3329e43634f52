// One simulated viewer: a mixture of tastes that drifts, a level and a habit.
import type { Random } from "./random.ts";

export interface Viewer {
  /** At the newest rating, strongest first: two or three tastes whose weights add up to 1. */
  readonly mixture: readonly { readonly taste: number; readonly weight: number }[];
  /** Stars above or below other viewers. */
  readonly bias: number;
  /** Never gives half a star. */
  readonly wholeStars: boolean;
  /** Affinity to a film at a time, in standard deviations over the films; `newest` is the viewer's last rating. */
  affinity(film: number, time: number, newest: number): number;
}

const biasDeviation = 0.3;
const wholeStarsShare = 0.2;
const threeTastesShare = 0.4;
/** Weight that has moved to the first taste from the second, for each year up to the newest rating, at most half. */
const weightDriftPerYear = 0.08;
const secondsPerYear = 365.25 * 24 * 60 * 60;

/** `affinities[taste][film]`, each taste standardized over the films. */
export function createViewer(random: Random, affinities: readonly Float64Array[]): Viewer {
  const mixture = drawMixture(random, affinities.length);
  const [first, second] = mixture.map(({ taste }) => affinities[taste]);
  const raw = (film: number) => {
    let sum = 0;
    for (const { taste, weight } of mixture) sum += weight * affinities[taste][film];
    return sum;
  };
  // The tastes have mean 0, so their mixture has it as well.
  const squares = first.reduce((sum, _, film) => sum + raw(film) ** 2, 0);
  const scale = 1 / Math.sqrt(squares / first.length || 1);
  return {
    mixture,
    bias: biasDeviation * random.normal(),
    wholeStars: random.uniform() < wholeStarsShare,
    affinity(film, time, newest) {
      const drift = Math.min(mixture[0].weight / 2, (weightDriftPerYear * (newest - time)) / secondsPerYear);
      return scale * (raw(film) - drift * (first[film] - second[film]));
    },
  };
}

function drawMixture(random: Random, tasteCount: number): Viewer["mixture"] {
  const count = random.uniform() < threeTastesShare ? 3 : 2;
  const drawn: number[] = [];
  while (drawn.length < count) {
    const taste = random.below(tasteCount);
    if (!drawn.includes(taste)) drawn.push(taste);
  }
  const firstWeight = 0.5 + 0.25 * random.uniform();
  const rest = 1 - firstWeight;
  const weights = count === 2 ? [firstWeight, rest] : [firstWeight, 0.6 * rest, 0.4 * rest];
  return drawn.map((taste, index) => ({ taste, weight: weights[index] }));
}
