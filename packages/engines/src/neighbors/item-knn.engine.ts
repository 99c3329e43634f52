// Viewers who watched this also watched: item–item cosine over the audience. Alike is what the same viewers like.
import { type Kernels, openKernels } from "@matinee/kernels";
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import { createRandom } from "../dataset/random.ts";
import { countKeys, groupByItem, groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset, Engine, EngineProfile, FitOptions, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { type Calibration, calibrate, quantilesFor, splitForCalibration } from "../model/interval-calibration.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { ratingWeight } from "../model/rating-weight.ts";
import { boundedPredictions } from "../model/residual-quantiles.ts";
import { fitItemRatings, type ItemRatings, predictFromItems } from "./item-rating-predictor.ts";
import { likedTogether } from "./liked-together.ts";
import { type NeighborLists, type NeighborOptions, neighborLists } from "./neighbor-lists.ts";
import { ratingSimilarityRule } from "./rating-similarity.ts";

const name = "item-knn";

export type ItemKnnHyperparameters = {
  neighbors: number;
  shrinkage: number;
  starWeight: number;
  activityDamping: number;
  similarity: string;
  ratingNeighbors: number;
  ratingShrinkage: number;
  nearest: number;
};

const hyperparameters = {
  neighbors: { description: "Neighbors kept per item", minimum: 1, maximum: 10_000, default: 150, integer: true },
  shrinkage: {
    description: "Similarity is multiplied by n / (n + shrinkage), n the users who rated both",
    minimum: 0,
    maximum: 10_000,
    default: 5,
  },
  starWeight: {
    description: "What a star above or below 3 adds to a rating's weight of 1; the weight stays at 0 or above",
    minimum: 0,
    maximum: 1,
    default: 0.4,
  },
  activityDamping: {
    description: "A user of n ratings counts n^−activityDamping in every similarity",
    minimum: 0,
    maximum: 2,
    default: 1.25,
  },
  similarity: ratingSimilarityRule,
  ratingNeighbors: {
    description: "Neighbors kept per item for predictions",
    minimum: 1,
    maximum: 10_000,
    default: 200,
    integer: true,
  },
  ratingShrinkage: {
    description: "Shrinkage of the similarity that predictions use",
    minimum: 0,
    maximum: 10_000,
    default: 20,
  },
  nearest: {
    description: "Of the viewer's ratings a prediction uses those of so many nearest items at most (k)",
    minimum: 1,
    maximum: 10_000,
    default: 40,
    integer: true,
  },
};

const layout = {
  numbers: ["starWeight", "mean", "nearest"],
  arrays: {
    itemIds: "i32",
    starts: "i32",
    neighbors: "i32",
    similarities: "f32",
    likedStarts: "i32",
    liked: "i32",
    likedSimilarities: "f32",
    ratingStarts: "i32",
    ratingNeighbors: "i32",
    ratingSimilarities: "f32",
    itemBiases: "f32",
    sizes: "i32",
    lows: "f32",
    highs: "f32",
  },
} as const;

interface FittedItemKnn {
  readonly itemIds: Int32Array;
  /** What ranking goes by. */
  readonly watched: NeighborLists;
  /** What people see as alike. */
  readonly liked: NeighborLists;
  readonly ratings: ItemRatings;
  readonly calibration: Calibration;
  readonly starWeight: number;
}

/**
 * Item-based collaborative filtering (Sarwar and others 2001; Deshpande and Karypis 2004). Three likenesses of items:
 * - Ranking: the cosine of their columns of x = (1 + starWeight·(stars − 3)) · n_u^(−activityDamping / 2), shrunk, the
 *   `neighbors` best kept. Score of an item: Σ_j (1 + starWeight·(stars_j − 3)) · similarity(j, item) over the profile's
 *   ratings j among whose neighbors it is; 0 and up, no unit. Watching is the signal and stars grade it: on ML-100k that
 *   ranks far better than columns centered by mean. Explanations are of this score.
 * - Predicted stars: baseline b_vi plus the mean of the viewer's deviations from his baselines at the nearest items he
 *   rated, weighted by `similarity` (`predictFromItems`; Koren 2010), dislikes as low stars. A viewer is folded in by his
 *   bias alone. Intervals: errors on held-out ratings, by size of the profile (`calibrate`).
 * - `findsSimilar`: made to be looked at, see `likedTogether`.
 */
export const itemKnnEngine: Engine<ItemKnnHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "findsSimilar", "explains"],
  hyperparameters,
  fit(given, options) {
    const settings = resolveHyperparameters(hyperparameters, options.hyperparameters);
    const dataset = checkedDataset(given);
    const kernels = openKernels({ threads: options.threads ?? 1 });
    try {
      return makeModel(fitItemKnn(dataset, settings, options, kernels));
    } finally {
      kernels.close();
    }
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    const { itemIds, sizes, lows, highs, itemBiases } = arrays;
    const lists = (starts: Int32Array, neighbors: Int32Array, similarities: Float32Array) => ({
      starts,
      neighbors,
      similarities,
    });
    return makeModel({
      itemIds,
      watched: lists(arrays.starts, arrays.neighbors, arrays.similarities),
      liked: lists(arrays.likedStarts, arrays.liked, arrays.likedSimilarities),
      ratings: {
        baselines: { mean: numbers.mean, itemBiases },
        lists: lists(arrays.ratingStarts, arrays.ratingNeighbors, arrays.ratingSimilarities),
        nearest: numbers.nearest,
      },
      calibration: { sizes, lows, highs },
      starWeight: numbers.starWeight,
    });
  },
};

function fitItemKnn(
  dataset: Dataset,
  settings: ItemKnnHyperparameters,
  { seed, onProgress = () => {} }: FitOptions<ItemKnnHyperparameters>,
  kernels: Kernels,
): FittedItemKnn {
  const { neighbors, starWeight } = settings;
  const within = (from: number, to: number) => ({
    kernels,
    onProgress: (share: number) => onProgress(from + share * (to - from)),
  });
  const random = createRandom(seed);
  const { training, heldOut } = splitForCalibration(dataset, random);
  const partial = fitItemRatings(training, { ...settings, ...within(0, 0.25) });
  const predict = (profile: EngineProfile, items: Int32Array) => predictFromItems(profile, items, partial);
  return {
    itemIds: dataset.itemIds.slice(),
    calibration: calibrate(predict, training, heldOut, random),
    ratings: fitItemRatings(dataset, { ...settings, ...within(0.25, 0.5) }),
    watched: watchedTogether(dataset, settings, { neighbors, ...within(0.5, 0.8) }),
    liked: likedTogether(dataset, { neighbors, ...within(0.8, 1) }),
    starWeight,
  };
}

function watchedTogether(
  dataset: Dataset,
  { starWeight, activityDamping, shrinkage }: ItemKnnHyperparameters,
  options: NeighborOptions,
): NeighborLists {
  const userWeights = Float32Array.from(countKeys(dataset.users, dataset.userCount), (count) =>
    count > 0 ? count ** (-activityDamping / 2) : 0,
  );
  const [byItem, byUser] = [groupByItem(dataset), groupByUser(dataset)];
  const weighted = (row: number) => ratingWeight(dataset.stars[row], starWeight) * userWeights[dataset.users[row]];
  const matrix = {
    byRow: byItem,
    byColumn: byUser,
    rowValues: Float32Array.from(byItem.rows, weighted),
    columnValues: Float32Array.from(byUser.rows, weighted),
  };
  return neighborLists(matrix, { kind: "cosine", shrinkage }, options);
}

function makeModel({ itemIds, watched, liked, ratings, calibration, starWeight }: FittedItemKnn): Model {
  const { starts, neighbors, similarities } = watched;
  const contributionsTo = (profile: EngineProfile, item: number) =>
    Array.from(profile.items, (rated, row) => {
      const entry = neighbors.subarray(starts[rated], starts[rated + 1]).indexOf(item);
      const similarity = entry < 0 ? 0 : similarities[starts[rated] + entry];
      return { item: rated, contribution: ratingWeight(profile.stars[row], starWeight) * similarity };
    });

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        const scores = new Float32Array(itemIds.length);
        for (let row = 0; row < profile.items.length; row++) {
          const rated = profile.items[row];
          const weight = ratingWeight(profile.stars[row], starWeight);
          for (let entry = starts[rated]; entry < starts[rated + 1]; entry++) {
            scores[neighbors[entry]] += weight * similarities[entry];
          }
        }
        return scores;
      },
    },
    predicts: {
      predict(profile, items) {
        checkProfile(profile, itemIds.length);
        const quantiles = quantilesFor(profile.items.length, calibration);
        return boundedPredictions(predictFromItems(profile, items, ratings), quantiles);
      },
    },
    findsSimilar: {
      similarities(item) {
        const all = new Float32Array(itemIds.length);
        for (let entry = liked.starts[item]; entry < liked.starts[item + 1]; entry++) {
          all[liked.neighbors[entry]] = Math.min(1, liked.similarities[entry]);
        }
        return all;
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const contributions = contributionsTo(profile, item).sort((a, b) => b.contribution - a.contribution);
        const score = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
        return { score, baseline: 0, contributions, features: [] };
      },
    },
    save: () =>
      writeModelFile(name, {
        numbers: { starWeight, mean: ratings.baselines.mean, nearest: ratings.nearest },
        arrays: {
          itemIds,
          starts,
          neighbors,
          similarities,
          likedStarts: liked.starts,
          liked: liked.neighbors,
          likedSimilarities: liked.similarities,
          ratingStarts: ratings.lists.starts,
          ratingNeighbors: ratings.lists.neighbors,
          ratingSimilarities: ratings.lists.similarities,
          itemBiases: ratings.baselines.itemBiases,
          ...calibration,
        },
      }),
  };
}
