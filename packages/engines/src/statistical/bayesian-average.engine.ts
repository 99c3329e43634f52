// Statistics alone: what everyone thinks of a movie, careful where few have rated it.

import { checkedDataset } from "../dataset/checked-dataset.ts";
import type { Engine } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { derivePriorCount } from "./bayesian-average.ts";
import {
  leniencyQuantiles,
  loadStatisticsModel,
  makeStatisticsModel,
  meanStars,
  sourceTotals,
  totalCounts,
} from "./rating-statistics.ts";

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

/**
 * Scores an item by its Bayesian average R̄ = (Σ rᵢvᵢ + C·m) / (Σ vᵢ + m) in stars over the sources i of ratings: the
 * dataset's own and those of `itemVotes`; C the mean of all of them, m by default the count that 93.5 % of the rated items
 * stay at or below (`derivePriorCount`). The same list for every viewer; predictions add the viewer's leniency, his shrunk
 * mean distance from R̄: Σ(r − R̄) / (n + 5). The credible interval of R̄ itself is `bayesianInterval`.
 * Model: two numbers an item and source.
 */
export const bayesianAverageEngine: Engine<BayesianAverageHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "explains"],
  fitsWithoutRatings: true,
  hyperparameters,
  formatVersion: 2,
  fit(given, { hyperparameters: asked, onProgress }) {
    const { priorCount } = resolveHyperparameters(hyperparameters, asked);
    const dataset = checkedDataset(given, { mayLackRatings: true });
    const totals = sourceTotals(dataset);
    const prior = {
      priorMean: meanStars(totals),
      priorCount: priorCount || derivePriorCount(totalCounts(totals)),
    };
    const quantiles = leniencyQuantiles(dataset, totals, prior);
    onProgress?.(1);
    const itemIds = dataset.itemIds.slice();
    return makeStatisticsModel(name, { itemIds, ...totals, ...prior, chartMinimum: 0, quantiles });
  },
  load: (bytes) => loadStatisticsModel(name, bytes),
};
