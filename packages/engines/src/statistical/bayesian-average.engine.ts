// Statistics alone: what everyone thinks of a movie, careful where few have rated it.

import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import type { Engine, EngineProfile, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { boundedPredictions, type ResidualQuantiles, residualQuantiles } from "../model/residual-quantiles.ts";
import { bayesianAverage, derivePriorCount } from "./bayesian-average.ts";

const name = "bayesian-average";

export type BayesianAverageHyperparameters = {
  priorCount: number;
};

const hyperparameters = {
  priorCount: {
    description: "m, the ratings of the global mean every movie starts with; 0 derives it from the data",
    minimum: 0,
    maximum: 100_000,
    default: 0,
  },
};

const layout = {
  numbers: ["priorMean", "low", "high"],
  arrays: { itemIds: "i32", averages: "f32", counts: "i32" },
} as const;

/** How many ratings' worth of 0 a viewer's leniency starts with. */
const leniencyPriorCount = 5;

interface Statistics {
  readonly itemIds: Int32Array;
  /** R̄ of each item, in stars. */
  readonly averages: Float32Array;
  readonly counts: Int32Array;
  readonly priorMean: number;
  readonly quantiles: ResidualQuantiles;
}

/**
 * Scores an item by its Bayesian average R̄ = (Σr + C·m) / (v + m) in stars: C the mean of all ratings, m by default the
 * count that 93.5 % of the rated items stay at or below (`derivePriorCount`). The same list for every viewer; predictions
 * add the viewer's leniency, his shrunk mean distance from R̄: Σ(r − R̄) / (n + 5).
 * Model: two numbers an item.
 */
export const bayesianAverageEngine: Engine<BayesianAverageHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "explains"],
  hyperparameters,
  fit(dataset, { hyperparameters: given, onProgress }) {
    const { priorCount: askedCount } = resolveHyperparameters(hyperparameters, given);
    const { itemIds, itemCount, items, users, userCount, stars } = checkedDataset(dataset);
    const counts = new Int32Array(itemCount);
    const sums = new Float64Array(itemCount);
    for (let row = 0; row < stars.length; row++) {
      counts[items[row]]++;
      sums[items[row]] += stars[row];
    }
    const priorMean = sums.reduce((total, sum) => total + sum, 0) / stars.length;
    const prior = { priorMean, priorCount: askedCount || derivePriorCount(counts) };
    const averages = Float32Array.from(counts, (count, item) => bayesianAverage({ count, sum: sums[item] }, prior));
    const leniency = new Float64Array(userCount);
    const ratingCounts = new Int32Array(userCount);
    for (let row = 0; row < stars.length; row++) {
      leniency[users[row]] += stars[row] - averages[items[row]];
      ratingCounts[users[row]]++;
    }
    const errors = stars.map(
      (value, row) =>
        value - averages[items[row]] - leniency[users[row]] / (ratingCounts[users[row]] + leniencyPriorCount),
    );
    onProgress?.(1);
    return makeModel({ itemIds: itemIds.slice(), averages, counts, priorMean, quantiles: residualQuantiles(errors) });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    const { priorMean, low, high } = numbers;
    return makeModel({ ...arrays, priorMean, quantiles: { low, high } });
  },
};

function makeModel({ itemIds, averages, counts, priorMean, quantiles }: Statistics): Model {
  const leniencyOf = ({ items, stars }: EngineProfile) =>
    stars.reduce((sum, value, row) => sum + value - averages[items[row]], 0) / (items.length + leniencyPriorCount);

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        return averages.slice();
      },
    },
    predicts: {
      predict(profile, items) {
        checkProfile(profile, itemIds.length);
        const leniency = leniencyOf(profile);
        return boundedPredictions(
          Float32Array.from(items, (item) => averages[item] + leniency),
          quantiles,
        );
      },
    },
    explains: {
      explain(_profile, item) {
        const feature = { name: `${counts[item]} ratings`, contribution: averages[item] - priorMean };
        return { score: averages[item], baseline: priorMean, contributions: [], features: [feature] };
      },
    },
    save: () =>
      writeModelFile(name, {
        numbers: { priorMean, low: quantiles.low, high: quantiles.high },
        arrays: { itemIds, averages, counts },
      }),
  };
}
