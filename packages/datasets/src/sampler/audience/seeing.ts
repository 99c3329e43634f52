// Which films a viewer gets to see: the popular and those to the viewer's taste, and some that everyone sees.
import { createAliasTable } from "./alias-table.ts";
import type { Random } from "./random.ts";

/** Log-odds of seeing a film for each standard deviation of affinity. */
const tastePull = 3.6;
/** Share of the films seen because everyone sees them, whatever the taste. */
const crowdShare = 0.03;

/** Tastes by their number with weights that add up to 1. */
export interface Mixture {
  readonly tastes: readonly number[];
  readonly weights: ArrayLike<number>;
}

export interface Seeing {
  /** A film drawn with probability `odds`. */
  draw(random: Random, mixture: Mixture): number;
  /** Probability of each film to be the next that a viewer of this mixture sees. */
  odds(mixture: Mixture): Float64Array;
  /** Mean affinity of a taste to the films that are drawn by it, over all tastes. */
  meanAffinity(): number;
}

/**
 * A viewer is in the mood for one of the own tastes at a time, as often as it weighs, and draws a film by
 * exp(popularity + pull · the taste's affinity); one film in ten is drawn by exp(popularity) alone.
 */
export function createSeeing(popularities: Float64Array, affinities: readonly Float64Array[]): Seeing {
  const popular = popularities.map(Math.exp);
  const crowdWeights = popular;
  const tasteWeights = affinities.map((affinity) =>
    affinity.map((value, film) => popular[film] * Math.exp(tastePull * value)),
  );
  const crowd = createAliasTable(crowdWeights);
  const byTaste = tasteWeights.map(createAliasTable);
  return {
    draw(random, { tastes, weights }) {
      let rest = random.uniform() - crowdShare;
      if (rest < 0) return crowd.draw(random);
      rest /= 1 - crowdShare;
      let mood = 0;
      for (; mood < tastes.length - 1; mood++) {
        rest -= weights[mood];
        if (rest < 0) break;
      }
      return byTaste[tastes[mood]].draw(random);
    },
    odds({ tastes, weights }) {
      return crowdWeights.map((value, film) =>
        tastes.reduce(
          (sum, taste, place) =>
            sum + ((1 - crowdShare) * weights[place] * tasteWeights[taste][film]) / byTaste[taste].total,
          (crowdShare * value) / crowd.total,
        ),
      );
    },
    meanAffinity() {
      const means = affinities.map((affinity, taste) => {
        const total = affinity.reduce((sum, value, film) => sum + value * tasteWeights[taste][film], 0);
        return total / byTaste[taste].total;
      });
      return means.reduce((sum, mean) => sum + mean, 0) / means.length;
    },
  };
}
