// Biased matrix factorization by stochastic gradient descent (Funk 2006; Koren, Bell and Volinsky 2009).

import { createRandom, shuffle, shuffledIndexes } from "../dataset/random.ts";
import { groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset } from "../engine.types.ts";

export interface SvdTrainingOptions {
  readonly factors: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly regularization: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number) => void;
}

/** What stays of the training: nothing about users. */
export interface TrainedItems {
  readonly globalMean: number;
  readonly itemBiases: Float32Array;
  /** Row-major, one row of `factors` per item; zeros for an item without ratings. */
  readonly itemFactors: Float32Array;
}

/**
 * Minimizes Σ (r − μ − b_u − b_i − p_u·q_i)² + λ(b_u² + b_i² + |p_u|² + |q_i|²) over the ratings, visiting users in a new
 * random order each epoch, with a learning rate that falls linearly to a tenth. User biases and factors are dropped.
 */
export function trainItems(dataset: Dataset, options: SvdTrainingOptions): TrainedItems {
  const { userCount, itemCount, items, stars } = dataset;
  const { factors, epochs, learningRate, regularization, seed, onEpoch } = options;
  const random = createRandom(seed);
  const globalMean = stars.reduce((sum, value) => sum + value, 0) / stars.length;
  const userBiases = new Float32Array(userCount);
  const itemBiases = new Float32Array(itemCount);
  const spread = 0.3 / Math.sqrt(factors);
  const randomFactors = (rows: number) =>
    Float32Array.from({ length: rows * factors }, () => (random() + random() - 1) * spread);
  const userFactors = randomFactors(userCount);
  const itemFactors = randomFactors(itemCount);
  const byUser = groupByUser(dataset);
  const users = shuffledIndexes(userCount, random);

  const kept = new Float64Array(factors);

  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = learningRate * (1 - (0.9 * epoch) / epochs);
    const decay = 1 - rate * regularization;
    shuffle(users, random);
    for (const user of users) {
      kept.set(userFactors.subarray(user * factors, (user + 1) * factors));
      for (let entry = byUser.starts[user]; entry < byUser.starts[user + 1]; entry++) {
        const item = byUser.columns[entry];
        const start = item * factors;
        const constant = globalMean + userBiases[user] + itemBiases[item];
        const step = rate * (byUser.stars[entry] - constant - dot(kept, itemFactors, start, factors));
        userBiases[user] = userBiases[user] * decay + step;
        itemBiases[item] = itemBiases[item] * decay + step;
        for (let factor = 0; factor < factors; factor++) {
          const userValue = kept[factor];
          const itemValue = itemFactors[start + factor];
          kept[factor] = userValue * decay + step * itemValue;
          itemFactors[start + factor] = itemValue * decay + step * userValue;
        }
      }
      userFactors.set(kept, user * factors);
    }
    onEpoch?.(epoch + 1);
  }
  clearUnrated(items, itemFactors, factors);
  return { globalMean, itemBiases, itemFactors };
}

/** An item nobody rated keeps no random direction. */
function clearUnrated(items: Int32Array, itemFactors: Float32Array, factors: number): void {
  const isRated = new Uint8Array(itemFactors.length / factors);
  for (const item of items) isRated[item] = 1;
  for (let item = 0; item < isRated.length; item++) {
    if (!isRated[item]) itemFactors.fill(0, item * factors, (item + 1) * factors);
  }
}

function dot(user: Float64Array, itemFactors: Float32Array, start: number, length: number): number {
  let sum = 0;
  for (let index = 0; index < length; index++) sum += user[index] * itemFactors[start + index];
  return sum;
}
