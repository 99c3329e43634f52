// One simulated viewer: a mixture of tastes that drifts, a level and a habit.
import type { Random } from "./random.ts";
import type { Mixture } from "./seeing.ts";

export interface Viewer {
  /** At the newest rating, strongest first: two or three tastes. */
  readonly mixture: Mixture;
  /** Stars above or below other viewers. */
  readonly bias: number;
  /** Never gives half a star. */
  readonly wholeStars: boolean;
}

const biasDeviation = 0.42;
const wholeStarsShare = 0.3;
const leastFirstWeight = 0.78;
const firstWeightRange = 0.17;
const threeTastesShare = 0.3;
/** Weight that has moved to the first taste from the second, for each year up to the newest rating, at most half. */
const weightDriftPerYear = 0.08;

/** Two tastes, or three, drawn evenly; the first weighs half to three quarters. */
export function createViewer(random: Random, tasteCount: number): Viewer {
  const count = random.uniform() < threeTastesShare ? 3 : 2;
  const tastes: number[] = [];
  while (tastes.length < count) {
    const taste = random.below(tasteCount);
    if (!tastes.includes(taste)) tastes.push(taste);
  }
  const first = leastFirstWeight + firstWeightRange * random.uniform();
  const rest = 1 - first;
  const weights = count === 2 ? [first, rest] : [first, 0.6 * rest, 0.4 * rest];
  return {
    mixture: { tastes, weights },
    bias: biasDeviation * random.normal(),
    wholeStars: random.uniform() < wholeStarsShare,
  };
}

/** Writes the weights as they were so many years before the newest rating. */
export function driftWeights({ weights }: Mixture, yearsBefore: number, into: Float64Array): void {
  const drift = Math.min(weights[0] / 2, weightDriftPerYear * yearsBefore);
  for (let place = 0; place < weights.length; place++) into[place] = weights[place];
  into[0] -= drift;
  into[1] += drift;
}
