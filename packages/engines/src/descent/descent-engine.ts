// The engines that factorize ratings by gradient descent differ in the model they fit; all around it is the same.
import { type Kernels, openKernels } from "@matinee/kernels";
import { checkedDataset } from "../dataset/checked-dataset.ts";
import { createRandom } from "../dataset/random.ts";
import { countKeys } from "../dataset/rating-rows.ts";
import type {
  Dataset,
  Engine,
  EngineName,
  EngineProfile,
  HyperparameterRange,
  ItemFactorTable,
  Model,
} from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { calibrate, splitForCalibration } from "../model/interval-calibration.ts";
import { openItemSearch } from "../model/item-search.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { makeStarsModel, popularityScore } from "../model/stars-model.ts";
import { addedItems, type FittedItems } from "./added-items.ts";
import { type DescentMethod, type TrainedItems, trainItems } from "./descent-training.ts";
import { predictedStars, type RidgeItems, type RidgeViewer } from "./ridge-viewer.ts";

export type DescentHyperparameters = {
  factors: number;
  epochs: number;
  learningRate: number;
  regularization: number;
  foldInRegularization: number;
  popularityWeight: number;
};

export interface DescentEngineParts<Viewer extends RidgeViewer> {
  readonly name: EngineName;
  readonly method: DescentMethod;
  foldIn(profile: EngineProfile, items: RidgeItems): Viewer;
  /** What each rating of the profile adds to the predicted stars of the item. */
  contributions(viewer: Viewer, item: number, items: RidgeItems): Float64Array;
}

/** The hyperparameters that all of these engines have, with defaults of their own. */
export function descentHyperparameters(
  defaults: Pick<DescentHyperparameters, "factors" | "epochs" | "regularization">,
): Readonly<Record<keyof DescentHyperparameters, HyperparameterRange>> {
  return {
    factors: {
      description: "Hidden dimensions (k)",
      minimum: 1,
      maximum: 512,
      default: defaults.factors,
      integer: true,
      logarithmic: true,
    },
    epochs: {
      description: "Passes over the ratings",
      minimum: 1,
      maximum: 1000,
      default: defaults.epochs,
      integer: true,
      logarithmic: true,
    },
    learningRate: {
      description: "Step of the first epoch; it falls to a tenth",
      minimum: 1e-5,
      maximum: 0.1,
      default: 0.025,
      logarithmic: true,
    },
    regularization: {
      description: "λ per rating, on biases and factors alike",
      minimum: 1e-4,
      maximum: 2,
      default: defaults.regularization,
      logarithmic: true,
    },
    foldInRegularization: {
      description: "Penalty on a viewer's bias and factors at fold-in, on top of λ per rating",
      minimum: 0.01,
      maximum: 1000,
      default: 1,
      logarithmic: true,
    },
    popularityWeight: {
      description: "Stars that a tenfold number of ratings adds to the ranking score",
      minimum: 0,
      maximum: 10,
      default: 1,
    },
  };
}

const layout = {
  numbers: ["globalMean", "factors", "regularization", "foldInRegularization", "popularityWeight"],
  arrays: {
    itemIds: "i32",
    biases: "f32",
    factors: "f32",
    implicitFactors: "f32",
    counts: "i32",
    sizes: "i32",
    lows: "f32",
    highs: "f32",
  },
} as const;

/** `fit` and `load` of an engine. A tenth of the ratings is held out of a first training, for the intervals. */
export function descentEngine<
  Viewer extends RidgeViewer,
  Hyperparameters extends DescentHyperparameters & Record<keyof Hyperparameters, number>,
>(
  parts: DescentEngineParts<Viewer>,
  hyperparameters: Readonly<Record<keyof Hyperparameters, HyperparameterRange>>,
): Engine<Hyperparameters> {
  const { name, method } = parts;
  return {
    name,
    capabilities: ["recommends", "predicts", "findsSimilar", "explains", "addsItems"],
    formatVersion: 2,
    hyperparameters,
    fit(given, { hyperparameters: asked, seed, threads = 1, onProgress, onEpoch }) {
      const settings: DescentHyperparameters & { implicitRegularization?: number } =
        resolveHyperparameters<Hyperparameters>(hyperparameters, asked);
      const dataset = checkedDataset(given);
      const random = createRandom(seed);
      const { training, heldOut } = splitForCalibration(dataset, random);
      const train = (kernels: Kernels, ratings: Dataset, done: number) =>
        ridgeItems(
          trainItems(kernels, ratings, {
            ...settings,
            method,
            seed,
            onEpoch(epoch) {
              onProgress?.(done + epoch.epoch / settings.epochs / 2);
              if (ratings === dataset) onEpoch?.(epoch);
            },
          }),
          settings,
        );
      const kernels = openKernels({ threads });
      try {
        const trial = train(kernels, training, 0);
        const predict = (profile: EngineProfile, items: Int32Array) =>
          predictedStars(parts.foldIn(profile, trial), items, trial);
        return makeModel(parts, {
          calibration: calibrate(predict, training, heldOut, random),
          ...train(kernels, dataset, 0.5),
          itemIds: dataset.itemIds.slice(),
          counts: countKeys(dataset.items, dataset.itemCount),
          popularityWeight: settings.popularityWeight,
        });
      } finally {
        kernels.close();
      }
    },
    load(bytes) {
      const { numbers, arrays } = readModelFile(name, bytes, layout);
      const { itemIds, biases, factors, implicitFactors, counts, ...calibration } = arrays;
      const trained = { globalMean: numbers.globalMean, itemBiases: biases, itemFactors: factors, implicitFactors };
      return makeModel(parts, {
        ...ridgeItems(trained, numbers),
        itemIds,
        counts,
        calibration,
        popularityWeight: numbers.popularityWeight,
      });
    },
  };
}

function ridgeItems(
  { globalMean, itemBiases, itemFactors, implicitFactors }: TrainedItems,
  settings: Pick<DescentHyperparameters, "factors" | "regularization" | "foldInRegularization">,
): RidgeItems {
  return {
    globalMean,
    biases: itemBiases,
    factors: { factorCount: settings.factors, values: itemFactors },
    ...(implicitFactors.length > 0 ? { implicitFactors } : {}),
    regularization: { perViewer: settings.foldInRegularization, perRating: settings.regularization },
  };
}

function makeModel<Viewer extends RidgeViewer>(parts: DescentEngineParts<Viewer>, fitted: FittedItems): Model {
  const { itemIds, counts, biases, factors, implicitFactors, globalMean, regularization } = fitted;
  const { calibration, popularityWeight } = fitted;
  const search = openItemSearch({ values: factors.values, dimensions: factors.factorCount });
  const model = makeStarsModel<Viewer>({
    engine: parts.name,
    itemIds,
    counts,
    calibration,
    popularityWeight,
    likeness: { dimensions: factors.factorCount, values: factors.values },
    foldIn: (profile) => parts.foldIn(profile, fitted),
    starsOf: (viewer, items) => predictedStars(viewer, items, fitted),
    starsOfAll({ solution }) {
      const stars = search.scores(solution.subarray(1));
      for (let item = 0; item < stars.length; item++) stars[item] += globalMean + biases[item] + solution[0];
      return stars;
    },
    explainStars: (viewer, item) => ({
      baseline: globalMean,
      contributions: parts.contributions(viewer, item, fitted),
      features: [{ name: "liked by others", contribution: biases[item] }],
    }),
    save: () =>
      writeModelFile(parts.name, {
        numbers: {
          globalMean,
          factors: factors.factorCount,
          regularization: regularization.perRating,
          foldInRegularization: regularization.perViewer,
          popularityWeight,
        },
        arrays: {
          itemIds,
          biases,
          factors: factors.values,
          implicitFactors: implicitFactors ?? new Float32Array(0),
          counts,
          ...calibration,
        },
      }),
  });
  return {
    ...model,
    get itemFactors() {
      return rankingFactors(fitted);
    },
    addsItems: { addItems: (added) => makeModel(parts, addedItems(parts.foldIn, fitted, added)) },
  };
}

/** [q_i, b_i + w·log10(1 + ratings)]: its product with [p_v, 1] is the ranking score but for what all items share. */
function rankingFactors({ factors, biases, counts, popularityWeight }: FittedItems): ItemFactorTable {
  const { factorCount, values } = factors;
  const dimensions = factorCount + 1;
  const table = new Float32Array(biases.length * dimensions);
  for (let item = 0; item < biases.length; item++) {
    table.set(values.subarray(item * factorCount, (item + 1) * factorCount), item * dimensions);
    table[item * dimensions + factorCount] = biases[item] + popularityScore(counts[item], popularityWeight);
  }
  return { dimensions, values: table };
}
