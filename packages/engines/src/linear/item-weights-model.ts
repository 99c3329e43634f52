// The model that EASE, its twin on the viewers' side and RP3beta have in common: a score is the sum of the weights that the
// rated items give it.
import { checkProfile } from "../dataset/checked-dataset.ts";
import type { EngineName, EngineProfile, FindsSimilar, Model } from "../engine.types.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { ratingWeight } from "../model/rating-weight.ts";
import type { ItemWeights } from "./item-weights.ts";

const layout = {
  numbers: ["starWeight"],
  arrays: {
    itemIds: "i32",
    items: "i32",
    starts: "i32",
    places: "i32",
    weights: "f32",
    left: "f32",
    right: "f32",
  },
} as const;

const none = new Float32Array(0);

export interface FittedWeights extends ItemWeights {
  readonly itemIds: Int32Array;
  readonly starWeight: number;
}

export function loadItemWeights(engine: EngineName, bytes: Uint8Array): Model {
  const { numbers, arrays } = readModelFile(engine, bytes, layout);
  const { left, right, ...weights } = arrays;
  return itemWeightsModel(engine, { ...numbers, ...weights, ...(left.length > 0 && { left, right }) });
}

export function itemWeightsModel(engine: EngineName, fitted: FittedWeights): Model {
  const { itemIds, items, starts, places, weights, starWeight, left, right } = fitted;
  const placeOf = new Int32Array(itemIds.length).fill(-1);
  for (const [place, item] of items.entries()) placeOf[item] = place;

  /** Adds factor · row to `sums`, by item. */
  const addRow = (item: number, factor: number, sums: Float32Array | Float64Array) => {
    const row = placeOf[item];
    if (row < 0) return;
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      sums[items[places[entry]]] += factor * weights[entry];
    }
  };
  const weightOf = (from: number, to: number) => {
    const [row, place] = [placeOf[from], placeOf[to]];
    if (row < 0 || place < 0) return 0;
    const entry = places.subarray(starts[row], starts[row + 1]).indexOf(place);
    return entry < 0 ? 0 : weights[starts[row] + entry];
  };

  const similarTo = (left: Float32Array, right: Float32Array): FindsSimilar => ({
    similarities(item) {
      const similarities = new Float32Array(itemIds.length);
      const row = placeOf[item];
      if (row < 0) return similarities;
      addRow(item, 1, similarities);
      for (const [place, other] of items.entries()) {
        similarities[other] = Math.min(1, Math.max(0, similarities[other] * left[row] * right[place]));
      }
      return similarities;
    },
  });

  return {
    engine,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        const sums = new Float64Array(itemIds.length);
        for (const [row, item] of profile.items.entries()) {
          addRow(item, ratingWeight(profile.stars[row], starWeight), sums);
        }
        return Float32Array.from(sums);
      },
    },
    ...(left && right && { findsSimilar: similarTo(left, right) }),
    explains: {
      explain(profile: EngineProfile, item) {
        checkProfile(profile, itemIds.length);
        const contributions = Array.from(profile.items, (rated, row) => ({
          item: rated,
          contribution: ratingWeight(profile.stars[row], starWeight) * weightOf(rated, item),
        })).sort((a, b) => b.contribution - a.contribution);
        const score = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
        return { score, baseline: 0, contributions, features: [] };
      },
    },
    save: () =>
      writeModelFile(engine, {
        numbers: { starWeight },
        arrays: { itemIds, items, starts, places, weights, left: left ?? none, right: right ?? none },
      }),
  };
}
