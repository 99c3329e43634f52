// Alternating least squares over all ratings, in the kernels' memory.
import { type Kernels, type Matrix, openKernels, unpaddedValues } from "@matinee/kernels";
import { createRandom } from "../dataset/random.ts";
import type { Dataset, TrainingEpoch } from "../engine.types.ts";
import { type ConfidenceSettings, type RidgeSettings, ridgeOf, weightOfStars } from "./confidence.ts";
import type { Side } from "./ials.types.ts";
import { trainingLoss } from "./ials-loss.ts";

export interface IalsSettings extends ConfidenceSettings, RidgeSettings {
  readonly factors: number;
  readonly epochs: number;
  readonly solver: "conjugate-gradients" | "cholesky";
  readonly conjugateGradientSteps: number;
}

export interface IalsTrainingOptions {
  readonly seed: number;
  readonly threads: number;
  readonly onProgress: (share: number) => void;
  readonly onEpoch?: ((epoch: TrainingEpoch) => void) | undefined;
}

/** What stays of the training: of the users only the sum of their factors' outer products. */
export interface TrainedFactors {
  /** Row-major, one row of `factors` per item; zeros for an item without ratings. */
  readonly itemFactors: Float32Array;
  /** Σ yᵢyᵢᵀ over the items and Σ xᵤxᵤᵀ over the users, row-major. */
  readonly itemGram: Float32Array;
  readonly userGram: Float32Array;
}

export function trainFactors(dataset: Dataset, settings: IalsSettings, options: IalsTrainingOptions): TrainedFactors {
  const kernels = openKernels({ threads: options.threads });
  try {
    const { users, items, userCount, itemCount } = dataset;
    const byUser = makeSide(
      kernels,
      { keys: users, others: items, count: userCount, otherCount: itemCount },
      dataset,
      settings,
    );
    const byItem = makeSide(
      kernels,
      { keys: items, others: users, count: itemCount, otherCount: userCount },
      dataset,
      settings,
    );
    fillRandomly(byItem, options.seed);
    const gram = kernels.matrix(settings.factors, settings.factors);
    for (let epoch = 1; epoch <= settings.epochs; epoch++) {
      solveSide(kernels, byUser, byItem.solved, gram, settings);
      solveSide(kernels, byItem, byUser.solved, gram, settings);
      options.onEpoch?.({ epoch, loss: trainingLoss(kernels, byUser, byItem, settings) });
      options.onProgress(epoch / settings.epochs);
    }
    const gramOf = ({ solved }: Side) => {
      kernels.linear.gram(solved, gram);
      return unpaddedValues(gram);
    };
    return {
      itemFactors: unpaddedValues(byItem.solved),
      itemGram: gramOf(byItem),
      userGram: gramOf(byUser),
    };
  } finally {
    kernels.close();
  }
}

/** Solves for one side with the other fixed. */
function solveSide(kernels: Kernels, side: Side, fixed: Matrix, gram: Matrix, settings: IalsSettings): void {
  const { unobservedWeight, solver, conjugateGradientSteps } = settings;
  kernels.linear.gram(fixed, gram);
  for (let at = 0; at < gram.values.length; at++) gram.values[at] *= unobservedWeight;
  const problem = { ...side, unobservedWeight, fixed, gram };
  if (solver === "cholesky") kernels.leastSquares.cholesky(problem);
  else kernels.leastSquares.conjugateGradient(problem, conjugateGradientSteps);
}

interface Grouping {
  readonly keys: Int32Array;
  readonly others: Int32Array;
  readonly count: number;
  readonly otherCount: number;
}

/** The ratings by key, sorted straight into the kernels' memory: at 25 million each copy would be 300 MB. */
function makeSide(
  kernels: Kernels,
  { keys, others, count, otherCount }: Grouping,
  { stars }: Dataset,
  settings: IalsSettings,
): Side {
  const starts = kernels.int32(count + 1);
  for (const key of keys) starts[key + 1]++;
  const ridges = kernels.float32(count);
  for (let key = 0; key < count; key++) {
    ridges[key] = ridgeOf(starts[key + 1], otherCount, settings);
    starts[key + 1] += starts[key];
  }
  const columns = kernels.int32(keys.length);
  const weights = kernels.float32(keys.length);
  const next = starts.slice(0, count);
  for (let row = 0; row < keys.length; row++) {
    const entry = next[keys[row]]++;
    columns[entry] = others[row];
    weights[entry] = weightOfStars(stars[row], settings);
  }
  return {
    rows: { rows: count, starts, columns },
    weights,
    ridges,
    solved: kernels.matrix(count, settings.factors),
  };
}

/** Small factors around 0: a triangular distribution of standard deviation 0.1 / √k. */
function fillRandomly({ solved }: Side, seed: number): void {
  const random = createRandom(seed);
  const { rows, columns, stride, values } = solved;
  const spread = 0.1 * Math.sqrt(6 / columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * stride + column] = (random() + random() - 1) * spread;
    }
  }
}
