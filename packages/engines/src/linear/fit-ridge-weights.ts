// What EASE and its twin on the viewers' side share: they read the same inverse in two ways.
import { openKernels } from "@matinee/kernels";
import { checkedDataset } from "../dataset/checked-dataset.ts";
import type { Dataset, FitOptions } from "../engine.types.ts";
import { chooseItems, fewestRatingsRule } from "./chosen-items.ts";
import { keepLargest } from "./item-weights.ts";
import type { FittedWeights } from "./item-weights-model.ts";
import { ridgePrecision } from "./ridge-precision.ts";

export type RidgeHyperparameters = {
  regularization: number;
  activityDamping: number;
  popularityDamping: number;
  genreWeight: number;
  starWeight: number;
  mostItems: number;
  fewestRatings: number;
  keptWeights: number;
};

export const ridgeHyperparameters = {
  regularization: {
    description: "λ: what an item must have in common with others to be trusted",
    minimum: 1,
    maximum: 100_000,
    default: 400,
    logarithmic: true,
  },
  activityDamping: {
    description: "A user of n ratings counts (n / mean)^−activityDamping; 0 counts all users alike",
    minimum: 0,
    maximum: 2,
    default: 0.5,
  },
  popularityDamping: {
    description: "An item of n ratings is scaled by (n / mean)^−popularityDamping; 0 leaves items as they are",
    minimum: 0,
    maximum: 1,
    default: 0.2,
  },
  genreWeight: {
    description: "What a genre counts beside a user of mean activity; 0 leaves genres out",
    minimum: 0,
    maximum: 10_000,
    default: 20,
  },
  starWeight: {
    description: "What a star above or below 3 adds to a rating's weight of 1; the weight stays at 0 or above",
    minimum: 0,
    maximum: 1,
    default: 0.15,
  },
  mostItems: {
    description: "The most rated items that take part; memory grows with the square, time with the cube",
    minimum: 2,
    maximum: 30_000,
    default: 8_000,
    integer: true,
  },
  fewestRatings: fewestRatingsRule,
  keptWeights: {
    description: "Weights kept per item, the largest",
    minimum: 1,
    maximum: 30_000,
    default: 512,
    integer: true,
    logarithmic: true,
  },
};

/**
 * W_ji = −P_ji·s_j / (divisor_i·s_i) over the chosen items, of each row j the largest, with P and s of `ridgePrecision` and
 * the divisor that `divisorOf` gives for P_ii. Similarity: the cosine H_ji / √(H_jj·H_ii) of H = I − λP.
 */
export function fitRidgeWeights(
  given: Dataset,
  { threads = 1, onProgress = () => {} }: FitOptions<RidgeHyperparameters>,
  settings: RidgeHyperparameters,
  divisorOf: (diagonal: number) => number,
): FittedWeights {
  const { regularization, starWeight, keptWeights } = settings;
  const dataset = checkedDataset(given);
  const chosen = chooseItems(dataset, settings);
  const kernels = openKernels({ threads });
  try {
    const { precision, scales, lengths } = ridgePrecision(kernels, dataset, chosen, settings);
    onProgress(0.8);
    const { values, stride } = precision;
    const divisors = scales.map((scale, at) => scale * divisorOf(values[at * (stride + 1)]));
    const row = new Float32Array(scales.length);
    const weights = keepLargest(scales.length, keptWeights, (from) => {
      const start = from * stride;
      for (let to = 0; to < row.length; to++) row[to] = (-values[start + to] * scales[from]) / divisors[to];
      return row;
    });
    onProgress(1);
    return {
      ...weights,
      itemIds: dataset.itemIds.slice(),
      items: chosen.items,
      left: scales.map((scale, at) => regularization / (scale * lengths[at])),
      right: divisors.map((divisor, at) => divisor / lengths[at]),
      starWeight,
    };
  } finally {
    kernels.close();
  }
}
