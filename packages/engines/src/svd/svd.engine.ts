// Taste in hidden dimensions: biased matrix factorization for ratings.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import { createRandom } from "../dataset/random.ts";
import { countKeys } from "../dataset/rating-rows.ts";
import type { Engine, Model } from "../engine.types.ts";
import { asSimilarities, dotRows, rowLengths } from "../model/cosine.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import { boundedPredictions } from "../model/residual-quantiles.ts";
import { type Calibration, calibrate, quantilesFor, splitForCalibration } from "./svd-calibration.ts";
import { type TrainedItems, trainItems } from "./svd-training.ts";
import { foldInViewer, predictedStars, type SvdItems, starContributions } from "./svd-viewer.ts";

const name = "svd";

export type SvdHyperparameters = {
  factors: number;
  epochs: number;
  learningRate: number;
  regularization: number;
  foldInRegularization: number;
  popularityWeight: number;
};

const hyperparameters = {
  factors: { description: "Hidden dimensions (k)", minimum: 1, maximum: 512, default: 64, integer: true },
  epochs: { description: "Passes over the ratings", minimum: 1, maximum: 1000, default: 30, integer: true },
  learningRate: {
    description: "Step of the first epoch; it falls to a tenth",
    minimum: 1e-5,
    maximum: 0.1,
    default: 0.025,
  },
  regularization: {
    description: "λ per rating, on biases and factors alike",
    minimum: 1e-4,
    maximum: 2,
    default: 0.09,
  },
  foldInRegularization: {
    description: "Penalty on a viewer's bias and factors at fold-in, on top of λ per rating",
    minimum: 0.01,
    maximum: 1000,
    default: 1,
  },
  popularityWeight: {
    description: "Stars that a tenfold number of ratings adds to the ranking score",
    minimum: 0,
    maximum: 10,
    default: 1,
  },
};

const layout = {
  numbers: ["globalMean", "factors", "regularization", "foldInRegularization", "popularityWeight"],
  arrays: { itemIds: "i32", biases: "f32", factors: "f32", counts: "i32", sizes: "i32", lows: "f32", highs: "f32" },
} as const;

/** Factors of items with few ratings point anywhere: their similarity is multiplied by n / (n + this). */
const similarityShrinkage = 20;

interface FittedSvd extends SvdItems {
  readonly itemIds: Int32Array;
  readonly counts: Int32Array;
  readonly calibration: Calibration;
  readonly popularityWeight: number;
}

/**
 * Predicts μ + b_i + b_v + p_v·q_i stars (Koren, Bell and Volinsky, "Matrix factorization techniques for recommender
 * systems", 2009), fitted by SGD (`trainItems`). The model keeps items only; a viewer is folded in by ridge regression of
 * his residuals on the fixed item factors, with penalty f + λ·n on factors and bias (f foldInRegularization, n ratings).
 * Ranking score: predicted stars + w·log10(1 + ratings of the item). Predicted stars alone put
 * little-seen items first, which few would ever choose to watch.
 * Similarity: the cosine of two items' factors, shrunk by the other's number of ratings.
 * Intervals: errors on held-out ratings, folded in as at serving time, by size of the profile (`calibrate`).
 */
export const svdEngine: Engine<SvdHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "findsSimilar", "explains"],
  hyperparameters,
  fit(given, options) {
    const settings = resolveHyperparameters(hyperparameters, options.hyperparameters);
    const dataset = checkedDataset(given);
    const random = createRandom(options.seed);
    const { training, heldOut } = splitForCalibration(dataset, random);
    const report = options.onProgress ?? (() => {});
    const train = (ratings: typeof dataset, done: number) =>
      trainItems(ratings, {
        ...settings,
        seed: options.seed,
        onEpoch: (epoch) => report(done + epoch / settings.epochs / 2),
      });
    const calibration = calibrate(svdItems(train(training, 0), settings), training, heldOut, random);
    return makeModel({
      ...svdItems(train(dataset, 0.5), settings),
      itemIds: dataset.itemIds.slice(),
      counts: countKeys(dataset.items, dataset.itemCount),
      calibration,
      popularityWeight: settings.popularityWeight,
    });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    const { itemIds, biases, factors, counts, sizes, lows, highs } = arrays;
    return makeModel({
      ...svdItems({ globalMean: numbers.globalMean, itemBiases: biases, itemFactors: factors }, numbers),
      itemIds,
      counts,
      calibration: { sizes, lows, highs },
      popularityWeight: numbers.popularityWeight,
    });
  },
};

function svdItems(
  { globalMean, itemBiases, itemFactors }: TrainedItems,
  settings: Pick<SvdHyperparameters, "factors" | "regularization" | "foldInRegularization">,
): SvdItems {
  return {
    globalMean,
    biases: itemBiases,
    factors: { factorCount: settings.factors, values: itemFactors },
    regularization: { perViewer: settings.foldInRegularization, perRating: settings.regularization },
  };
}

function makeModel(fitted: FittedSvd): Model {
  const { itemIds, counts, biases, factors, globalMean, calibration, popularityWeight, regularization } = fitted;
  const viewerOf = rememberProfiles((profile) => foldInViewer(profile, fitted));
  const everyItem = Int32Array.from(itemIds, (_, item) => item);
  const lengths = rowLengths(factors.values, factors.factorCount);
  const popularity = Float32Array.from(counts, (count) => popularityWeight * Math.log10(1 + count));

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        const scores = predictedStars(viewerOf(profile), everyItem, fitted);
        for (let item = 0; item < scores.length; item++) scores[item] += popularity[item];
        return scores;
      },
    },
    predicts: {
      predict(profile, items) {
        checkProfile(profile, itemIds.length);
        const quantiles = quantilesFor(profile.items.length, calibration);
        return boundedPredictions(predictedStars(viewerOf(profile), items, fitted), quantiles);
      },
    },
    findsSimilar: {
      similarities(item) {
        const row = factors.values.subarray(item * factors.factorCount, (item + 1) * factors.factorCount);
        const cosines = dotRows(row, factors.values, factors.factorCount);
        for (let other = 0; other < cosines.length; other++) {
          const length = lengths[item] * lengths[other];
          const trust = counts[other] / (counts[other] + similarityShrinkage);
          cosines[other] = length > 0 ? (cosines[other] / length) * trust : 0;
        }
        return asSimilarities(item, cosines);
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const [stars] = predictedStars(viewerOf(profile), Int32Array.of(item), fitted);
        const contributions = Array.from(starContributions(viewerOf(profile), item, fitted), (contribution, row) => ({
          item: profile.items[row],
          contribution,
        })).sort((a, b) => b.contribution - a.contribution);
        const features = [
          { name: "liked by others", contribution: biases[item] },
          { name: `${counts[item]} ratings`, contribution: popularity[item] },
        ];
        return { score: stars + popularity[item], baseline: globalMean, contributions, features };
      },
    },
    save: () =>
      writeModelFile(name, {
        numbers: {
          globalMean,
          factors: factors.factorCount,
          regularization: regularization.perRating,
          foldInRegularization: regularization.perViewer,
          popularityWeight,
        },
        arrays: { itemIds, biases, factors: factors.values, counts, ...calibration },
      }),
  };
}
