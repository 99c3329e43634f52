// The chart: the best rated of the movies that enough people have rated.

import { checkedDataset } from "../dataset/checked-dataset.ts";
import type { Engine } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { countAtQuantile } from "./bayesian-average.ts";
import {
  leniencyQuantiles,
  loadStatisticsModel,
  makeStatisticsModel,
  meanStars,
  sourceTotals,
  totalCounts,
} from "./rating-statistics.ts";

const name = "weighted-rating";

export type WeightedRatingHyperparameters = {
  minimumVotes: number;
  chartQuantile: number;
};

const hyperparameters = {
  minimumVotes: {
    description: "m, the ratings an item needs to be in the chart; 0 takes the quantile of the rated items' counts",
    minimum: 0,
    maximum: 1_000_000,
    default: 0,
    integer: true,
  },
  chartQuantile: {
    description: "Share of the rated items that the chart leaves out, where m is taken from the data",
    minimum: 0,
    maximum: 0.999,
    default: 0.9,
  },
};

/**
 * Scores an item by the weighted rating WR = v/(v+m)·R + m/(v+m)·C in stars, as IMDb's chart did: v ratings of mean R, C
 * the mean of all ratings, m the ratings that an item needs to be listed. Algebraically this is the Bayesian average with
 * the same m and C; the difference is the chart: items with fewer than m ratings come after all others (5 stars less).
 * Sources of ratings, viewers and predictions as in `bayesian-average`; a prediction knows no chart.
 */
export const weightedRatingEngine: Engine<WeightedRatingHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "explains"],
  fitsWithoutRatings: true,
  hyperparameters,
  fit(given, { hyperparameters: asked, onProgress }) {
    const { minimumVotes, chartQuantile } = resolveHyperparameters(hyperparameters, asked);
    const dataset = checkedDataset(given, { mayLackRatings: true });
    const totals = sourceTotals(dataset);
    const chartMinimum = minimumVotes || countAtQuantile(totalCounts(totals), chartQuantile);
    const prior = { priorMean: meanStars(totals), priorCount: chartMinimum };
    const quantiles = leniencyQuantiles(dataset, totals, prior);
    onProgress?.(1);
    const itemIds = dataset.itemIds.slice();
    return makeStatisticsModel(name, { itemIds, ...totals, ...prior, chartMinimum, quantiles });
  },
  load: (bytes) => loadStatisticsModel(name, bytes),
};
