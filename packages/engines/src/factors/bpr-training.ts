// Bayesian personalized ranking over all ratings, in the kernels' memory.
import { type Kernels, type Matrix, openKernels, unpaddedValues } from "@matinee/kernels";
import { createRandom, type Random } from "../dataset/random.ts";
import { groupByItem } from "../dataset/rating-rows.ts";
import type { Dataset } from "../engine.types.ts";
import { ratingWeight } from "../model/rating-weight.ts";

export interface BprSettings {
  readonly factors: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly regularization: number;
  readonly starWeight: number;
  readonly popularNegatives: number;
}

export interface BprTrainingOptions {
  readonly seed: number;
  readonly threads: number;
  readonly onProgress: (share: number) => void;
}

/** What stays of the training: nothing about users. */
export interface RankedItems {
  /** Row-major, one row of `factors` per item; zeros for an item without ratings, whose bias is the lowest. */
  readonly itemFactors: Float32Array;
  readonly itemBiases: Float32Array;
}

/** The step of a pass (or of a viewer's fold-in): from the first it falls by equal factors to a tenth. */
export const fallingRate = (first: number, shareDone: number) => first * 0.1 ** shareDone;

export function trainRanking(dataset: Dataset, settings: BprSettings, options: BprTrainingOptions): RankedItems {
  const { userCount, itemCount } = dataset;
  const { factors, epochs, learningRate, regularization, popularNegatives } = settings;
  const kernels = openKernels({ threads: options.threads });
  try {
    const random = createRandom(options.seed);
    const problem = {
      ...entriesByUser(kernels, dataset, settings.starWeight),
      rowFactors: randomFactors(kernels, userCount, factors, random),
      columnFactors: randomFactors(kernels, itemCount, factors, random),
      columnBiases: kernels.float32(itemCount),
    };
    for (let epoch = 0; epoch < epochs; epoch++) {
      kernels.pairwise.rank(problem, {
        seed: Math.floor(random() * 2 ** 32),
        rate: fallingRate(learningRate, epoch / epochs),
        regularization,
        biasRegularization: regularization,
        popularShare: popularNegatives,
      });
      options.onProgress((epoch + 1) / epochs);
    }
    return { itemFactors: unpaddedValues(problem.columnFactors), itemBiases: problem.columnBiases.slice() };
  } finally {
    kernels.close();
  }
}

/** Entries by user, items ascending within each: items are gone through in order. */
function entriesByUser(kernels: Kernels, dataset: Dataset, starWeight: number) {
  const { users, stars, userCount, itemCount } = dataset;
  const starts = kernels.int32(userCount + 1);
  for (const user of users) starts[user + 1]++;
  for (let user = 0; user < userCount; user++) starts[user + 1] += starts[user];
  const columns = kernels.int32(stars.length);
  const rowOfEntry = kernels.int32(stars.length);
  const weights = kernels.float32(stars.length);
  const next = starts.slice(0, userCount);
  const byItem = groupByItem(dataset);
  for (let item = 0; item < itemCount; item++) {
    for (let entry = byItem.starts[item]; entry < byItem.starts[item + 1]; entry++) {
      const user = byItem.columns[entry];
      const at = next[user]++;
      columns[at] = item;
      rowOfEntry[at] = user;
      weights[at] = ratingWeight(byItem.stars[entry], starWeight);
    }
  }
  return { rows: { rows: userCount, starts, columns }, rowOfEntry, weights };
}

/** A triangular distribution around 0 of standard deviation 0.1 / √k. */
function randomFactors(kernels: Kernels, rows: number, factors: number, random: Random): Matrix {
  const matrix = kernels.matrix(rows, factors);
  const spread = 0.1 * Math.sqrt(6 / factors);
  for (let row = 0; row < rows; row++) {
    for (let factor = 0; factor < factors; factor++) {
      matrix.values[row * matrix.stride + factor] = (random() + random() - 1) * spread;
    }
  }
  return matrix;
}
