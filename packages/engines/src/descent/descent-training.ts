// Matrix factorization by stochastic gradient descent: the training that SVD, SVD++ and NMF share.
import { arrangeBlocks, type Kernels, type Matrix, unpaddedValues } from "@matinee/kernels";
import { createRandom, type Random, shuffle } from "../dataset/random.ts";
import { countKeys, groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset, TrainingEpoch } from "../engine.types.ts";

/** Which of the kernels takes the steps. */
export type DescentMethod = "factorize" | "factorizeNonNegative" | "factorizeImplicit";

export interface DescentOptions {
  readonly method: DescentMethod;
  readonly factors: number;
  readonly epochs: number;
  /** Of the first epoch; it falls to a tenth, linearly. */
  readonly learningRate: number;
  readonly regularization: number;
  readonly implicitRegularization?: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: TrainingEpoch) => void;
}

/** What stays of the training: nothing about users. */
export interface TrainedItems {
  readonly globalMean: number;
  readonly itemBiases: Float32Array;
  /** Row-major, one row of `factors` per item; zeros for an item without ratings. */
  readonly itemFactors: Float32Array;
  /** y of SVD++, as `itemFactors`; empty for the others. */
  readonly implicitFactors: Float32Array;
}

/**
 * Passes over the ratings, users in a new random order each time. The loss of an epoch is the root of the mean squared
 * error met on the way. User biases and factors are dropped.
 */
export function trainItems(kernels: Kernels, dataset: Dataset, options: DescentOptions): TrainedItems {
  return kernels.within(() => descend(kernels, dataset, options));
}

function descend(kernels: Kernels, dataset: Dataset, options: DescentOptions): TrainedItems {
  const { method, factors, epochs, learningRate, seed, onEpoch } = options;
  const { userCount, itemCount, stars } = dataset;
  const random = createRandom(seed);
  const mean = stars.reduce((sum, value) => sum + value, 0) / stars.length;
  const isImplicit = method === "factorizeImplicit";
  const blocks = arrangeBlocks(kernels, groupByUser(dataset), itemCount);
  const start = method === "factorizeNonNegative" ? positive : centered;
  const learned = {
    userBiases: kernels.float32(userCount),
    itemBiases: kernels.float32(itemCount),
    userFactors: start(kernels.matrix(userCount, factors), random),
    itemFactors: start(kernels.matrix(itemCount, factors), random),
    implicitFactors: kernels.matrix(isImplicit ? itemCount : 0, factors),
    carries: kernels.matrix(isImplicit ? userCount : 0, factors),
  };
  const halves = [blocks.order.subarray(0, blocks.border), blocks.order.subarray(blocks.border)];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const half of halves) shuffle(half, random);
    const step = {
      mean,
      rate: learningRate * (1 - (0.9 * (epoch - 1)) / epochs),
      regularization: options.regularization,
      implicitRegularization: options.implicitRegularization ?? 0,
    };
    const loss = kernels.descent[method](blocks, learned, step);
    onEpoch?.({ epoch, loss: Math.sqrt(loss / stars.length) });
  }
  const counts = countKeys(dataset.items, itemCount);
  const kept = (matrix: Matrix) => clearUnrated(unpaddedValues(matrix), counts, factors);
  return {
    globalMean: mean,
    itemBiases: learned.itemBiases.slice(),
    itemFactors: kept(learned.itemFactors),
    implicitFactors: isImplicit ? kept(learned.implicitFactors) : new Float32Array(0),
  };
}

/** Random around zero, small enough that the first products hardly matter. */
function centered(matrix: Matrix, random: Random): Matrix {
  const spread = 0.3 / Math.sqrt(matrix.columns);
  return filled(matrix, () => (random() + random() - 1) * spread);
}

/** Random from zero up; half a star on average for a pair. */
function positive(matrix: Matrix, random: Random): Matrix {
  const spread = Math.sqrt(2 / matrix.columns);
  return filled(matrix, () => random() * spread);
}

function filled(matrix: Matrix, value: () => number): Matrix {
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) matrix.values[row * matrix.stride + column] = value();
  }
  return matrix;
}

/** An item nobody rated keeps no random direction. */
function clearUnrated(values: Float32Array, counts: Int32Array, factors: number): Float32Array {
  counts.forEach((count, item) => {
    if (count === 0) values.fill(0, item * factors, (item + 1) * factors);
  });
  return values;
}
