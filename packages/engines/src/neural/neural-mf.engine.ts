// Taste by a small neural network beside a product of vectors: neural matrix factorization for ratings.
import { checkedDataset } from "../dataset/checked-dataset.ts";
import { createRandom } from "../dataset/random.ts";
import { countKeys } from "../dataset/rating-rows.ts";
import type { Dataset, Engine, EngineProfile, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { type Calibration, calibrate, splitForCalibration } from "../model/interval-calibration.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { makeStarsModel } from "../model/stars-model.ts";
import { type NeuralItems, neuralShape } from "./neural-items.ts";
import { trainNeural } from "./neural-training.ts";
import { explainNeural, foldInNeural, type NeuralViewer, predictedStars } from "./neural-viewer.ts";

const name = "neural-mf";

export type NeuralMfHyperparameters = {
  factors: number;
  hiddenUnits: number;
  epochs: number;
  learningRate: number;
  regularization: number;
  profileRegularization: number;
  popularityWeight: number;
};

const hyperparameters = {
  factors: {
    description: "Values of the vectors that meet in a product",
    minimum: 1,
    maximum: 256,
    default: 32,
    integer: true,
    logarithmic: true,
  },
  hiddenUnits: {
    description: "Units of the first hidden layer; the second has half as many",
    minimum: 2,
    maximum: 256,
    default: 32,
    integer: true,
    logarithmic: true,
  },
  epochs: {
    description: "Passes over the ratings",
    minimum: 1,
    maximum: 1000,
    default: 8,
    integer: true,
    logarithmic: true,
  },
  learningRate: {
    description: "Adam's step in the first epoch; it falls to a tenth",
    minimum: 1e-5,
    maximum: 0.1,
    default: 0.003,
    logarithmic: true,
  },
  regularization: {
    description: "λ per rating on biases and q, and per step on the network's weights",
    minimum: 1e-4,
    maximum: 10,
    default: 0.15,
    logarithmic: true,
  },
  profileRegularization: {
    description: "λ per rating on x and y, which a viewer is made of",
    minimum: 1e-5,
    maximum: 1,
    default: 0.003,
    logarithmic: true,
  },
  popularityWeight: {
    description: "Stars that a tenfold number of ratings adds to the ranking score",
    minimum: 0,
    maximum: 10,
    default: 1,
  },
} as const;

const layout = {
  numbers: ["globalMean", "factors", "hiddenUnits", "popularityWeight"],
  arrays: {
    itemIds: "i32",
    counts: "i32",
    means: "f32",
    biases: "f32",
    ratedFactors: "f32",
    seenFactors: "f32",
    itemFactors: "f32",
    weights: "f32",
    sizes: "i32",
    lows: "f32",
    highs: "f32",
  },
} as const;

interface FittedNeural extends NeuralItems {
  readonly itemIds: Int32Array;
  readonly counts: Int32Array;
  readonly calibration: Calibration;
  readonly hiddenUnits: number;
  readonly popularityWeight: number;
}

/**
 * Predicts μ + m_i + b_i + b_v + u·q_i + network(u, q_i) stars, the network a perceptron of two hidden layers of rectified
 * units (He et al., "Neural collaborative filtering", 2017: a product and a network side by side; fitted here to stars, by
 * mean squared error and Adam). A viewer has no vector of his own: u = Σ_j ((r_j − μ − m_j − b_v)·x_j + y_j) / √n over his n
 * ratings, b_v his shrunk mean residual (after the asymmetric factor model of Koren 2008). In training each rating is
 * predicted from the user's other ones, as a viewer's next one will be; so one never seen in training needs none.
 * Stars are taken as they are: a star less than expected pushes u away along x_j. Ranking score: predicted stars +
 * w·log10(1 + ratings of the item). Similarity: the cosine of two items' q. Explanations: `explainNeural`.
 * Intervals: errors on held-out ratings, by size of the profile (`calibrate`).
 */
export const neuralMfEngine: Engine<NeuralMfHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "findsSimilar", "explains"],
  hyperparameters,
  fit(given, { hyperparameters: asked, seed, onProgress, onEpoch }) {
    const settings = resolveHyperparameters<NeuralMfHyperparameters>(hyperparameters, asked);
    const dataset = checkedDataset(given);
    const random = createRandom(seed);
    const { training, heldOut } = splitForCalibration(dataset, random);
    const train = (ratings: Dataset, done: number) =>
      trainNeural(ratings, {
        ...settings,
        seed,
        onEpoch(epoch) {
          onProgress?.(done + epoch.epoch / settings.epochs / 2);
          if (ratings === dataset) onEpoch?.(epoch);
        },
      });
    const trial = train(training, 0);
    const predict = (profile: EngineProfile, items: Int32Array) =>
      predictedStars(foldInNeural(profile, trial), items, trial);
    return makeModel({
      calibration: calibrate(predict, training, heldOut, random),
      ...train(dataset, 0.5),
      itemIds: dataset.itemIds.slice(),
      counts: countKeys(dataset.items, dataset.itemCount),
      hiddenUnits: settings.hiddenUnits,
      popularityWeight: settings.popularityWeight,
    });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    const { sizes, lows, highs, ...items } = arrays;
    return makeModel({
      ...numbers,
      ...items,
      calibration: { sizes, lows, highs },
      shape: neuralShape(numbers.factors, numbers.hiddenUnits),
    });
  },
};

function makeModel(fitted: FittedNeural): Model {
  const { itemIds, counts, calibration, popularityWeight, shape, globalMean, hiddenUnits } = fitted;
  const { means, biases, ratedFactors, seenFactors, itemFactors, weights } = fitted;
  const everyItem = Int32Array.from(itemIds.keys());
  return makeStarsModel<NeuralViewer>({
    engine: name,
    itemIds,
    counts,
    calibration,
    popularityWeight,
    likeness: { dimensions: shape.width, values: itemFactors },
    foldIn: (profile) => foldInNeural(profile, fitted),
    starsOf: (viewer, items) => predictedStars(viewer, items, fitted),
    starsOfAll: (viewer) => predictedStars(viewer, everyItem, fitted),
    explainStars: (viewer, item) => explainNeural(viewer, item, fitted),
    save: () =>
      writeModelFile(name, {
        numbers: { globalMean, factors: shape.factors, hiddenUnits, popularityWeight },
        arrays: {
          itemIds,
          counts,
          means,
          biases,
          ratedFactors,
          seenFactors,
          itemFactors,
          weights,
          ...calibration,
        },
      }),
  });
}
