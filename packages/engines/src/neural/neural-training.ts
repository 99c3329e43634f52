// Fits item vectors and a small network to ratings; a user is what his other ratings make of him.
import { createRandom, type Random, shuffle, shuffledIndexes } from "../dataset/random.ts";
import { countKeys, groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset, TrainingEpoch } from "../engine.types.ts";
import { openBatches } from "./neural-batch.ts";
import { type NeuralItems, neuralShape } from "./neural-items.ts";
import { randomWeights } from "./perceptron.ts";

export interface NeuralOptions {
  readonly factors: number;
  readonly hiddenUnits: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly regularization: number;
  readonly profileRegularization: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: TrainingEpoch) => void;
}

/** Ratings of a user that share a step: at least so many, and so many steps at most, since each passes over all of them. */
const smallestBatch = 64;
const mostBatches = 8;
/**
 * An item of n ratings takes n / (n + this) of a step: Adam moves one rated once as far as one rated by thousands, and what
 * it learns then is its few raters by heart.
 */
const trustShrinkage = 20;
/** An item's mean is taken as if it had so many ratings more of the global mean. */
const meanShrinkage = 5;
const spread = 0.2;

/** Passes over the ratings, users in a new random order each time, with a rate that falls linearly to a tenth. */
export function trainNeural(dataset: Dataset, options: NeuralOptions): NeuralItems {
  const { epochs, learningRate, seed, onEpoch } = options;
  const random = createRandom(seed);
  const byUser = groupByUser(dataset);
  const counts = countKeys(dataset.items, dataset.itemCount);
  const trust = Float64Array.from(counts, (count) => count / (count + trustShrinkage));
  const model = startingItems(dataset, options, trust, random);
  const descend = openBatches(model, byUser, { ...options, trust });
  const users = shuffledIndexes(dataset.userCount, random);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(users, random);
    const rate = learningRate * (1 - (0.9 * (epoch - 1)) / epochs);
    let loss = 0;
    for (const user of users) {
      const order = shuffledIndexes(byUser.starts[user + 1] - byUser.starts[user], random);
      const size = Math.max(smallestBatch, Math.ceil(order.length / mostBatches));
      for (let first = 0; first < order.length; first += size) {
        loss += descend({ user, targets: order.subarray(first, first + size), rate });
      }
    }
    onEpoch?.({ epoch, loss: Math.sqrt(loss / dataset.stars.length) });
  }
  return model;
}

function startingItems(
  dataset: Dataset,
  { factors, hiddenUnits }: NeuralOptions,
  trust: Float64Array,
  random: Random,
): NeuralItems {
  const { itemCount, items, stars } = dataset;
  const shape = neuralShape(factors, hiddenUnits);
  const globalMean = stars.reduce((sum, value) => sum + value, 0) / stars.length;
  const sums = new Float64Array(itemCount);
  items.forEach((item, row) => {
    sums[item] += stars[row] - globalMean;
  });
  const counts = countKeys(items, itemCount);
  // an item nobody rated keeps no random direction
  const randomRows = () =>
    new Float32Array(itemCount * shape.width).map(
      (_, at) => trust[Math.floor(at / shape.width)] * (random() + random() - 1) * spread,
    );
  return {
    globalMean,
    means: Float32Array.from(sums, (sum, item) => sum / (counts[item] + meanShrinkage)),
    biases: new Float32Array(itemCount),
    shape,
    ratedFactors: randomRows(),
    seenFactors: new Float32Array(itemCount * shape.width),
    itemFactors: randomRows(),
    weights: randomWeights(shape.perceptron, random),
  };
}
