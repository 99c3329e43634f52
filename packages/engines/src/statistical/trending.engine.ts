// What many rate now, and well: recent ratings count, and the newest of them most.

import { checkedDataset } from "../dataset/checked-dataset.ts";
import { countKeys } from "../dataset/rating-rows.ts";
import type { Dataset, Engine, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { bayesianAverage } from "./bayesian-average.ts";
import { consensusModel } from "./consensus-model.ts";
import { isAlive, windowPrior } from "./trending.ts";

const name = "trending";
const secondsPerDay = 86_400;

export type TrendingHyperparameters = {
  lookbackDays: number;
  halfLifeDays: number;
};

const hyperparameters = {
  lookbackDays: {
    description: "How far back ratings count, from the newest; doubled until there are 100 ratings of 20 items",
    minimum: 1,
    maximum: 36_500,
    default: 30,
    logarithmic: true,
  },
  halfLifeDays: {
    description: "Days until a rating weighs half; grows with the lookback when that is doubled. 0 weighs all alike",
    minimum: 0,
    maximum: 36_500,
    default: 14,
  },
};

const layout = { numbers: ["priorMean", "days"], arrays: { itemIds: "i32", counts: "i32", scores: "f32" } } as const;

interface Trends {
  readonly itemIds: Int32Array;
  /** Ratings within the window. */
  readonly counts: Int32Array;
  readonly scores: Float32Array;
  /** C of the window. */
  readonly priorMean: number;
  /** How far the window reaches back. */
  readonly days: number;
}

/**
 * Scores an item by the Bayesian average of its recent ratings, in stars: (Σ w·r + C·m) / (Σ w + m), w = 2^(−age /
 * halfLifeDays) for ratings within the lookback, C their weighted mean, m derived from the weighted counts as for the
 * average of all time: a movie leads only when many rate it now, and well. Items without a recent rating score C − 5 and come
 * last. Ages count from the dataset's newest rating, never from a clock; ratings without a time are recent only where
 * no rating has one. The same list for every viewer; leave out other genres to have a genre's list.
 */
export const trendingEngine: Engine<TrendingHyperparameters> = {
  name,
  capabilities: ["recommends", "explains"],
  hyperparameters,
  fit(given, { hyperparameters: asked, onProgress }) {
    const { lookbackDays, halfLifeDays } = resolveHyperparameters(hyperparameters, asked);
    const dataset = checkedDataset(given);
    const { itemIds, itemCount, items, stars, ratedAt } = dataset;
    const newest = ratedAt.reduce((latest, time) => Math.max(latest, time), 0);
    const days = Float64Array.from(ratedAt, (time) => (newest - time) / secondsPerDay);
    const window = livelyWindow(dataset, days, lookbackDays);
    const halfLife = (halfLifeDays * window.days) / lookbackDays;

    const weights = new Float64Array(itemCount);
    const sums = new Float64Array(itemCount);
    for (const row of window.rows) {
      const weight = halfLife > 0 ? 2 ** (-days[row] / halfLife) : 1;
      weights[items[row]] += weight;
      sums[items[row]] += weight * stars[row];
    }
    const prior = windowPrior({ counts: weights, sums });
    const counts = countKeys(
      window.rows.map((row) => items[row]),
      itemCount,
    );
    const scores = Float32Array.from(counts, (count, item) =>
      count > 0 ? bayesianAverage({ count: weights[item], sum: sums[item] }, prior) : prior.priorMean - lastPlace,
    );
    onProgress?.(1);
    return makeModel({ itemIds: itemIds.slice(), counts, scores, priorMean: prior.priorMean, days: window.days });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    return makeModel({ ...numbers, ...arrays });
  },
};

/** What an item without a recent rating loses. */
const lastPlace = 5;

/** The ratings of the lookback, which is doubled while it is nearly empty and older ratings are left. */
function livelyWindow({ items }: Dataset, days: Float64Array, lookbackDays: number) {
  const oldest = days.reduce((longest, each) => Math.max(longest, each), 0);
  for (let reach = lookbackDays; ; reach *= 2) {
    const rows = Int32Array.from(days.keys()).filter((row) => days[row] <= reach);
    const movieCount = new Set(rows.map((row) => items[row])).size;
    if (reach >= oldest || isAlive({ ratingCount: rows.length, movieCount })) return { rows, days: reach };
  }
}

function makeModel({ itemIds, counts, scores, priorMean, days }: Trends): Model {
  const span = `${Math.round(days)} days`;
  return consensusModel({
    engine: name,
    itemIds,
    scores,
    baseline: priorMean,
    featuresOf: (item) => [{ name: `${counts[item]} ratings within ${span}`, contribution: scores[item] - priorMean }],
    save: () => writeModelFile(name, { numbers: { priorMean, days }, arrays: { itemIds, counts, scores } }),
  });
}
