// A viewer folded in by Bayesian personalized ranking itself, the items' side fixed.
import { createRandom } from "../dataset/random.ts";
import type { EngineProfile } from "../engine.types.ts";
import { ratingWeight } from "../model/rating-weight.ts";
import { fallingRate } from "./bpr-training.ts";
import type { FixedFactors } from "./row-solution.ts";

/** Steps for a viewer, however many ratings he has: enough to settle, few enough for some milliseconds. */
const stepCount = 3000;
const firstRate = 0.5;
/** Drawings of an item that the viewer has not rated; where he rated nearly all, the step is left out. */
const tries = 20;
const seed = 1;

export interface RankingModel {
  readonly factors: FixedFactors;
  readonly biases: Float32Array;
  readonly starWeight: number;
  readonly foldInRegularization: number;
}

/** x = Σ pushes[t]·(y of the rating's item − y of the other item), t over the steps. */
export interface RankingViewer {
  readonly factors: Float64Array;
  /** Which rating of the profile each step was for. */
  readonly ratings: Int32Array;
  /** The unseen item each step compared it with. */
  readonly others: Int32Array;
  readonly pushes: Float64Array;
}

/**
 * Steps up the gradient of ln σ(s_i − s_j) − λ/2·|x|² over random ratings i and random unrated items j, as in training. What a
 * step added fades with those after it, so that x stays a sum over the ratings.
 */
export function foldInRankingViewer({ items, stars }: EngineProfile, model: RankingModel): RankingViewer {
  const { factors, biases, starWeight, foldInRegularization } = model;
  const { factorCount, values } = factors;
  const isRated = new Uint8Array(biases.length);
  for (const item of items) isRated[item] = 1;
  const viewer = {
    factors: new Float64Array(factorCount),
    ratings: new Int32Array(items.length > 0 ? stepCount : 0),
    others: new Int32Array(items.length > 0 ? stepCount : 0),
    pushes: new Float64Array(items.length > 0 ? stepCount : 0),
  };
  const random = createRandom(seed);
  const fades = new Float64Array(viewer.pushes.length);
  for (let step = 0; step < viewer.pushes.length; step++) {
    const rate = fallingRate(firstRate, step / stepCount);
    const fade = 1 - rate * foldInRegularization;
    fades[step] = fade;
    const rating = Math.floor(random() * items.length);
    const other = drawUnrated(isRated, random);
    if (other < 0) continue;
    const [seen, unseen] = [items[rating] * factorCount, other * factorCount];
    let lead = biases[items[rating]] - biases[other];
    for (let factor = 0; factor < factorCount; factor++) {
      lead += viewer.factors[factor] * (values[seen + factor] - values[unseen + factor]);
    }
    const push = (rate * ratingWeight(stars[rating], starWeight)) / (1 + Math.exp(lead));
    for (let factor = 0; factor < factorCount; factor++) {
      const difference = values[seen + factor] - values[unseen + factor];
      viewer.factors[factor] = viewer.factors[factor] * fade + push * difference;
    }
    viewer.ratings[step] = rating;
    viewer.others[step] = other;
    viewer.pushes[step] = push;
  }
  for (let step = viewer.pushes.length - 1, faded = 1; step >= 0; step--) {
    viewer.pushes[step] *= faded;
    faded *= fades[step];
  }
  return viewer;
}

/** What each rating of the profile adds to x·y of an item, in the profile's order. */
export function rankingContributions(
  item: number,
  ratedItems: Int32Array,
  { ratings, others, pushes }: RankingViewer,
  { factorCount, values }: FixedFactors,
): Float64Array {
  const products = new Map<number, number>();
  const productWith = (other: number) => {
    const known = products.get(other);
    if (known !== undefined) return known;
    let sum = 0;
    for (let factor = 0; factor < factorCount; factor++) {
      sum += values[item * factorCount + factor] * values[other * factorCount + factor];
    }
    products.set(other, sum);
    return sum;
  };
  const contributions = new Float64Array(ratedItems.length);
  for (let step = 0; step < pushes.length; step++) {
    contributions[ratings[step]] += pushes[step] * (productWith(ratedItems[ratings[step]]) - productWith(others[step]));
  }
  return contributions;
}

/** An item that is not rated, −1 where the tries end. */
function drawUnrated(isRated: Uint8Array, random: () => number): number {
  for (let attempt = 0; attempt < tries; attempt++) {
    const item = Math.floor(random() * isRated.length);
    if (!isRated[item]) return item;
  }
  return -1;
}
