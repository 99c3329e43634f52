// Stars predicted from the viewer's own ratings of the nearest items.
import type { Kernels } from "@matinee/kernels";
import { groupByItem, groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset, EngineProfile } from "../engine.types.ts";
import { type NeighborLists, neighborLists } from "./neighbor-lists.ts";
import { type RatingBaselines, ratingBaselines, residualsOf, viewerBias } from "./rating-baselines.ts";
import { neighborDamping, similarityRule } from "./rating-similarity.ts";

export interface ItemRatings {
  readonly baselines: RatingBaselines;
  readonly lists: NeighborLists;
  /** Ratings that a prediction uses at most. */
  readonly nearest: number;
}

export interface ItemRatingOptions {
  readonly similarity: string;
  readonly ratingNeighbors: number;
  readonly ratingShrinkage: number;
  readonly nearest: number;
  readonly kernels: Kernels;
  readonly onProgress: (share: number) => void;
}

export function fitItemRatings(dataset: Dataset, options: ItemRatingOptions): ItemRatings {
  const baselines = ratingBaselines(dataset);
  const byUser = groupByUser(dataset);
  const values = dataset.stars.slice();
  if (options.similarity !== "cosine") {
    for (let user = 0; user < dataset.userCount; user++) {
      const places = [byUser.starts[user], byUser.starts[user + 1]] as const;
      const rated = { items: byUser.columns.subarray(...places), stars: byUser.stars.subarray(...places) };
      residualsOf(rated, baselines).forEach((residual, at) => {
        values[byUser.rows[places[0] + at]] = residual;
      });
    }
  }
  const byItem = groupByItem(dataset);
  const matrix = {
    byRow: byItem,
    byColumn: byUser,
    rowValues: Float32Array.from(byItem.rows, (row) => values[row]),
    columnValues: Float32Array.from(byUser.rows, (row) => values[row]),
  };
  const lists = neighborLists(matrix, similarityRule(options.similarity, options.ratingShrinkage), {
    neighbors: options.ratingNeighbors,
    kernels: options.kernels,
    onProgress: options.onProgress,
  });
  return { baselines, lists, nearest: options.nearest };
}

/** b_vi + Σ s_ij·(r_vj − b_vj) / (.15 + Σ s_ij) over the nearest of i's neighbors j that the viewer rated; unbounded stars. */
export function predictFromItems(profile: EngineProfile, items: Int32Array, model: ItemRatings): Float32Array {
  const { baselines, lists, nearest } = model;
  const expected = baselines.mean + viewerBias(profile, baselines);
  const residuals = residualsOf(profile, baselines);
  const placeOf = new Int32Array(baselines.itemBiases.length).fill(-1);
  profile.items.forEach((item, place) => {
    placeOf[item] = place;
  });
  return Float32Array.from(items, (item) => {
    let sum = 0;
    let weights = neighborDamping;
    let used = 0;
    for (let entry = lists.starts[item]; entry < lists.starts[item + 1] && used < nearest; entry++) {
      const place = placeOf[lists.neighbors[entry]];
      if (place < 0) continue;
      sum += lists.similarities[entry] * residuals[place];
      weights += lists.similarities[entry];
      used++;
    }
    return expected + baselines.itemBiases[item] + sum / weights;
  });
}
