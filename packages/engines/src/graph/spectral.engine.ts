// What is left of a viewer's ratings in the few directions that most ratings lie in.
import { type Kernels, type Matrix, openKernels } from "@matinee/kernels";
import { checkedDataset } from "../dataset/checked-dataset.ts";
import type { Dataset, Engine, FitOptions } from "../engine.types.ts";
import { chooseItems, fewestRatingsRule } from "../linear/chosen-items.ts";
import { sparseMatrix } from "../linear/sparse-matrix.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { ratingWeight } from "../model/rating-weight.ts";
import { directionsModel, type FittedDirections, loadDirections } from "./directions-model.ts";
import { leadingDirections } from "./leading-directions.ts";

const name = "spectral";

export type SpectralHyperparameters = {
  factors: number;
  passes: number;
  starWeight: number;
  fewestRatings: number;
};

const hyperparameters = {
  factors: {
    description: "Leading directions (k), at most an eighth of the users and of the items",
    minimum: 1,
    maximum: 512,
    default: 32,
    integer: true,
  },
  passes: {
    description: "Passes over the ratings in search of the directions",
    minimum: 1,
    maximum: 100,
    default: 10,
    integer: true,
  },
  starWeight: {
    description: "What a star above or below 3 adds to a rating's weight of 1; the weight stays at 0 or above",
    minimum: 0,
    maximum: 1,
    default: 0.2,
  },
  fewestRatings: fewestRatingsRule,
};

/** Users, and items, for each direction: with fewer the projection only repeats what it was given. */
const fewestPerFactor = 8;

/**
 * The ideal low-pass filter of graph signal processing (Shen and others, "How powerful is graph convolution for
 * recommendation?", 2021), on the viewers' side: scores UUᵀX, with U the `factors` leading left singular vectors of the
 * degree-normalized ratings R = D^−½·X·C^−½ (D the sums of X by user, C by item). A viewer of ratings x is folded in by
 * u = |x|₁^−½·x·C^−½·V / σ, which for a training user is his row of U; his score of item i is u·(UᵀX)_i, linear in his
 * ratings but for his own |x|₁, about 0 to 1. Having rated is the signal, graded by stars: x = 1 + starWeight·(stars − 3), at
 * least 0. Items with fewer than `fewestRatings` score 0.
 */
export const spectralEngine: Engine<SpectralHyperparameters> = {
  name,
  capabilities: ["recommends", "explains"],
  hyperparameters,
  fit(given, options) {
    const settings = resolveHyperparameters<SpectralHyperparameters>(hyperparameters, options.hyperparameters);
    const dataset = checkedDataset(given);
    const kernels = openKernels({ threads: options.threads ?? 1 });
    try {
      return directionsModel(name, fitDirections(kernels, dataset, settings, options));
    } finally {
      kernels.close();
    }
  },
  load: (bytes) => loadDirections(name, bytes),
};

function fitDirections(
  kernels: Kernels,
  dataset: Dataset,
  { starWeight, passes, factors: wanted, fewestRatings }: SpectralHyperparameters,
  { seed, onProgress = () => {} }: FitOptions<SpectralHyperparameters>,
): FittedDirections {
  const { userCount, itemCount } = dataset;
  const { items, users, places, rows } = chooseItems(dataset, { fewestRatings, mostItems: itemCount });
  const values = Float32Array.from(rows, (row) => ratingWeight(dataset.stars[row], starWeight));
  const userRoots = sumBy(users, values, userCount).map(Math.sqrt);
  const itemRoots = sumBy(places, values, items.length).map(Math.sqrt);
  for (let entry = 0; entry < values.length; entry++) {
    // a rating that weighs nothing stays nothing, though all of its user's do
    if (values[entry] > 0) values[entry] /= userRoots[users[entry]] * itemRoots[places[entry]];
  }
  const entries = { rowCount: userCount, columnCount: items.length, rows: users, columns: places, values };
  const matrix = sparseMatrix(kernels, entries);
  const { vectors, singularValues } = leadingDirections(kernels, matrix, {
    wanted: Math.min(wanted, Math.ceil(Math.min(userCount, items.length) / fewestPerFactor)),
    passes,
    seed,
    onPass: (pass) => onProgress(pass / (passes + 1)),
  });

  // U = R·V / σ, and with X = D^½·R·C^½ also XᵀU = C^½·Rᵀ·D^½·U
  const factors = singularValues.length;
  const positions = kernels.matrix(userCount, factors);
  const loadings = kernels.matrix(items.length, factors);
  scaleColumns(vectors, singularValues);
  kernels.linear.sparseProduct(matrix.byRow, matrix.rowValues, vectors, positions);
  scaleRows(positions, userRoots);
  kernels.linear.sparseProduct(matrix.byColumn, matrix.columnValues, positions, loadings);
  scaleRows(loadings, itemRoots);
  scaleRows(
    vectors,
    itemRoots.map((root) => (root > 0 ? 1 / root : 0)),
  );
  onProgress(1);
  return {
    itemIds: dataset.itemIds.slice(),
    factors,
    starWeight,
    inward: rowsOfItems(vectors, items, itemCount),
    outward: rowsOfItems(loadings, items, itemCount),
  };
}

function scaleColumns({ rows, columns, stride, values }: Matrix, divisors: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values[row * stride + column] /= divisors[column];
  }
}

function scaleRows({ rows, stride, values }: Matrix, factors: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    for (let at = row * stride; at < (row + 1) * stride; at++) values[at] *= factors[row];
  }
}

/** Without padding, one row for every item; zeros where the matrix has none. */
function rowsOfItems({ columns, stride, values }: Matrix, items: Int32Array, itemCount: number): Float32Array {
  const table = new Float32Array(itemCount * columns);
  for (const [row, item] of items.entries()) {
    table.set(values.subarray(row * stride, row * stride + columns), item * columns);
  }
  return table;
}

function sumBy(keys: Int32Array, values: Float32Array, keyCount: number): Float64Array {
  const sums = new Float64Array(keyCount);
  for (let at = 0; at < keys.length; at++) sums[keys[at]] += values[at];
  return sums;
}
