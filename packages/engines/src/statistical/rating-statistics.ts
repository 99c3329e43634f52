// Averages of the items' ratings in one or several sources: what "bayesian-average" and "weighted-rating" have in common.
import { checkProfile } from "../dataset/checked-dataset.ts";
import type { Dataset, EngineName, EngineProfile, Model, Predicts } from "../engine.types.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { boundedPredictions, type ResidualQuantiles, residualQuantiles } from "../model/residual-quantiles.ts";
import { bayesianAverage, type RatingPrior } from "./bayesian-average.ts";
import { consensusModel } from "./consensus-model.ts";

/** How many ratings' worth of 0 a viewer's leniency starts with. */
const leniencyPriorCount = 5;

/** What an item out of the chart loses: more than any two averages differ by. */
const chartDistance = 5;

/** Numbers and sums of ratings by source, the dataset's own first: source s has its items from s · items on. */
export interface SourceTotals {
  /** Names of the other sources. */
  readonly sources: readonly string[];
  readonly counts: Int32Array;
  /** Stars. */
  readonly sums: Float32Array;
}

export interface RatingStatistics extends SourceTotals, RatingPrior {
  readonly itemIds: Int32Array;
  /** Items with fewer ratings score 5 less; 0 lets all in. */
  readonly chartMinimum: number;
  readonly quantiles: ResidualQuantiles;
}

const layout = {
  numbers: ["priorMean", "priorCount", "chartMinimum", "low", "high"],
  texts: ["sources"],
  arrays: { itemIds: "i32", counts: "i32", sums: "f32" },
} as const;

export function sourceTotals({ itemCount, items, stars, itemVotes = [] }: Dataset): SourceTotals {
  const counts = new Int32Array(itemCount * (1 + itemVotes.length));
  const sums = new Float64Array(counts.length);
  for (let row = 0; row < stars.length; row++) {
    counts[items[row]]++;
    sums[items[row]] += stars[row];
  }
  itemVotes.forEach(({ counts: votes, means }, index) => {
    const start = (index + 1) * itemCount;
    counts.set(votes, start);
    for (let item = 0; item < itemCount; item++) {
      if (votes[item] > 0) sums[start + item] = votes[item] * means[item];
    }
  });
  return { sources: itemVotes.map(({ source }) => source), counts, sums: Float32Array.from(sums) };
}

/** Ratings of each item in all sources together. */
export function totalCounts({ counts, sources }: SourceTotals): Int32Array {
  const itemCount = counts.length / (sources.length + 1);
  return counts.slice(0, itemCount).map((_, item) => {
    let total = 0;
    for (let at = item; at < counts.length; at += itemCount) total += counts[at];
    return total;
  });
}

/** The middle of what viewers give, for a catalog that nobody has rated. */
const unratedMean = 3;

/** C: the mean of all ratings of all sources, in stars. */
export function meanStars({ counts, sums }: SourceTotals): number {
  const add = (total: number, each: number) => total + each;
  const count = counts.reduce(add, 0);
  return count === 0 ? unratedMean : sums.reduce(add, 0) / count;
}

/** Errors that `predict` makes on the dataset's own ratings, as quantiles. */
export function leniencyQuantiles(dataset: Dataset, totals: SourceTotals, prior: RatingPrior): ResidualQuantiles {
  const { users, items, stars, userCount } = dataset;
  const averages = averagesOf(totals, prior);
  const leniency = new Float64Array(userCount);
  const ratingCounts = new Int32Array(userCount);
  for (let row = 0; row < stars.length; row++) {
    leniency[users[row]] += stars[row] - averages[items[row]];
    ratingCounts[users[row]]++;
  }
  const errors = stars.map((value, row) => {
    const own = leniency[users[row]] / (ratingCounts[users[row]] + leniencyPriorCount);
    return value - averages[items[row]] - own;
  });
  return residualQuantiles(errors);
}

export function makeStatisticsModel(engine: EngineName, statistics: RatingStatistics): Model {
  const { itemIds, sources, counts, sums, priorMean, priorCount, chartMinimum, quantiles } = statistics;
  const averages = averagesOf(statistics, statistics);
  const totals = totalCounts(statistics);
  const isInChart = (item: number) => totals[item] >= chartMinimum;

  return consensusModel({
    engine,
    itemIds,
    baseline: priorMean,
    scores: averages.map((average, item) => (isInChart(item) ? average : average - chartDistance)),
    featuresOf(item) {
      const shares = ["", ...sources].flatMap((source, index) => {
        const at = index * itemIds.length + item;
        if (counts[at] === 0 && index > 0) return [];
        const name = source === "" ? `${counts[at]} ratings` : `${counts[at]} votes of ${source}`;
        const distance = sums[at] - priorMean * counts[at];
        return [{ name, contribution: distance / Math.max(1, totals[item] + priorCount) }];
      });
      if (isInChart(item)) return shares;
      return [...shares, { name: `fewer than ${chartMinimum} ratings`, contribution: -chartDistance }];
    },
    predicts: predictsByLeniency(averages, quantiles),
    save: () =>
      writeModelFile(engine, {
        numbers: { priorMean, priorCount, chartMinimum, low: quantiles.low, high: quantiles.high },
        texts: { sources },
        arrays: { itemIds, counts, sums },
      }),
  });
}

export function loadStatisticsModel(engine: EngineName, bytes: Uint8Array): Model {
  const { numbers, texts, arrays } = readModelFile(engine, bytes, layout);
  const { low, high, ...prior } = numbers;
  return makeStatisticsModel(engine, { ...arrays, ...texts, ...prior, quantiles: { low, high } });
}

/** R̄ of each item, in stars. */
function averagesOf({ counts, sums, sources }: SourceTotals, prior: RatingPrior): Float32Array {
  const itemCount = counts.length / (sources.length + 1);
  return Float32Array.from({ length: itemCount }, (_, item) => {
    const totals = { count: 0, sum: 0 };
    for (let at = item; at < counts.length; at += itemCount) {
      totals.count += counts[at];
      totals.sum += sums[at];
    }
    return bayesianAverage(totals, prior);
  });
}

/** Average + leniency, the viewer's shrunk mean distance from the averages: Σ(r − R̄) / (n + 5). */
function predictsByLeniency(averages: Float32Array, quantiles: ResidualQuantiles): Predicts {
  const leniencyOf = ({ items, stars }: EngineProfile) =>
    stars.reduce((sum, value, row) => sum + value - averages[items[row]], 0) / (items.length + leniencyPriorCount);
  return {
    predict(profile, items) {
      checkProfile(profile, averages.length);
      const leniency = leniencyOf(profile);
      return boundedPredictions(
        Float32Array.from(items, (item) => averages[item] + leniency),
        quantiles,
      );
    },
  };
}
