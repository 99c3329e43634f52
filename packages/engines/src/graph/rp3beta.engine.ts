// Walks of three steps from a viewer: to a film, to someone who rated it, to another film.
import { openKernels } from "@matinee/kernels";
import { checkedDataset } from "../dataset/checked-dataset.ts";
import { countKeys } from "../dataset/rating-rows.ts";
import type { Dataset, Engine, FitOptions } from "../engine.types.ts";
import { chooseItems, fewestRatingsRule } from "../linear/chosen-items.ts";
import { keepLargest } from "../linear/item-weights.ts";
import { type FittedWeights, itemWeightsModel, loadItemWeights } from "../linear/item-weights-model.ts";
import { sparseMatrix } from "../linear/sparse-matrix.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { ratingWeight } from "../model/rating-weight.ts";

const name = "rp3beta";

export type Rp3BetaHyperparameters = {
  alpha: number;
  beta: number;
  starWeight: number;
  mostItems: number;
  fewestRatings: number;
  keptWeights: number;
};

const hyperparameters = {
  alpha: {
    description: "Exponent of the steps' chances: above 1 sure steps count more, below 1 less",
    minimum: 0,
    maximum: 3,
    default: 0.8,
  },
  beta: {
    description: "An item of n ratings is divided by n^beta: more brings up what fewer know",
    minimum: 0,
    maximum: 2,
    default: 0.5,
  },
  starWeight: {
    description: "What a star above or below 3 adds to a rating's weight of 1; the weight stays at 0 or above",
    minimum: 0,
    maximum: 1,
    default: 0,
  },
  mostItems: {
    description: "The most rated items that take part; time grows with the square",
    minimum: 2,
    maximum: 100_000,
    default: 20_000,
    integer: true,
  },
  fewestRatings: fewestRatingsRule,
  keptWeights: {
    description: "Weights kept per item, the largest",
    minimum: 1,
    maximum: 30_000,
    default: 200,
    integer: true,
    logarithmic: true,
  },
};

/** Rows of the product that are in memory at a time take about so many numbers. */
const blockNumbers = 8_000_000;

/**
 * RP³β (Paudel, Christoffel, Newell and Bernstein, "Updatable, accurate, diverse, and scalable recommendations for
 * interactive applications", 2017): the chance of a random walk from the viewer over an item j and a user u to an item i,
 * each step's chance to the power α, divided by the popularity of i to the power β:
 *   W_ji = Σ_u x_uj·x_ui·n_u^−α · n_i^−β, with n the numbers of ratings, the `keptWeights` largest of each row j, whose sum
 * is then made 1, which the step from j need not be weighed for.
 * Score of i: Σ_j x_j·W_ji over the viewer's ratings j; 0 and up, no unit (the viewer's own step only scales it). Having
 * rated is the signal, graded by stars: x = 1 + starWeight·(stars − 3), at least 0, in training and for a viewer. A viewer is
 * his ratings, and needs no fold-in. Items that were not chosen score 0.
 */
export const rp3BetaEngine: Engine<Rp3BetaHyperparameters> = {
  name,
  capabilities: ["recommends", "explains"],
  hyperparameters,
  fit: (dataset, options) => itemWeightsModel(name, fitWalks(dataset, options)),
  load: (bytes) => loadItemWeights(name, bytes),
};

function fitWalks(
  given: Dataset,
  { hyperparameters: set, threads = 1, onProgress = () => {} }: FitOptions<Rp3BetaHyperparameters>,
): FittedWeights {
  const settings = resolveHyperparameters<Rp3BetaHyperparameters>(hyperparameters, set);
  const { alpha, beta, starWeight, keptWeights } = settings;
  const dataset = checkedDataset(given);
  const { items, counts, users, places, rows } = chooseItems(dataset, settings);
  // each of a user's two ratings carries half of his exponent
  const userWeights = Float32Array.from(countKeys(users, dataset.userCount), (count) => count ** (-alpha / 2));
  const values = new Float32Array(rows.length);
  for (let entry = 0; entry < rows.length; entry++) {
    values[entry] = userWeights[users[entry]] * ratingWeight(dataset.stars[rows[entry]], starWeight);
  }
  const to = Float32Array.from(counts, (count) => count ** -beta);

  const kernels = openKernels({ threads });
  try {
    const entries = { rowCount: dataset.userCount, columnCount: items.length, rows: users, columns: places, values };
    const matrix = sparseMatrix(kernels, entries);
    const blockRows = Math.max(1, Math.min(items.length, Math.floor(blockNumbers / items.length)));
    const block = kernels.matrix(blockRows, items.length);
    let blockStart = -blockRows;
    const weights = keepLargest(items.length, keptWeights, (row) => {
      if (row >= blockStart + blockRows) {
        blockStart = Math.min(row, items.length - blockRows);
        kernels.linear.sparseGramRows(matrix, blockStart, block);
        onProgress(row / items.length);
      }
      const start = (row - blockStart) * block.stride;
      const products = block.values.subarray(start, start + items.length);
      for (let place = 0; place < products.length; place++) products[place] *= to[place];
      return products;
    });
    makeRowsSumToOne(weights);
    onProgress(1);
    return {
      ...weights,
      itemIds: dataset.itemIds.slice(),
      items,
      starWeight,
    };
  } finally {
    kernels.close();
  }
}

/** Divides each row by its sum. */
function makeRowsSumToOne({ starts, weights }: Pick<FittedWeights, "starts" | "weights">): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    const values = weights.subarray(starts[row], starts[row + 1]);
    const total = values.reduce((sum, value) => sum + value, 0);
    for (let at = 0; at < values.length; at++) values[at] /= total;
  }
}
