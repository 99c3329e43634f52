// Popularity: the movies that most people have rated.

import { checkedDataset } from "../dataset/checked-dataset.ts";
import { countKeys } from "../dataset/rating-rows.ts";
import type { Engine, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { consensusModel } from "./consensus-model.ts";

const name = "most-rated";

const layout = { numbers: [], arrays: { itemIds: "i32", counts: "i32" } } as const;

/** Scores an item by its number of ratings, whatever their stars: the list every other engine has to beat. */
export const mostRatedEngine: Engine<Record<never, never>> = {
  name,
  capabilities: ["recommends", "explains"],
  hyperparameters: {},
  fit(given, { hyperparameters, onProgress }) {
    resolveHyperparameters({}, hyperparameters);
    const { itemIds, items, itemCount } = checkedDataset(given);
    onProgress?.(1);
    return makeModel(itemIds.slice(), countKeys(items, itemCount));
  },
  load(bytes) {
    const { itemIds, counts } = readModelFile(name, bytes, layout).arrays;
    return makeModel(itemIds, counts);
  },
};

function makeModel(itemIds: Int32Array, counts: Int32Array): Model {
  return consensusModel({
    engine: name,
    itemIds,
    scores: Float32Array.from(counts),
    baseline: 0,
    featuresOf: (item) => [{ name: `${counts[item]} ratings`, contribution: counts[item] }],
    save: () => writeModelFile(name, { numbers: {}, arrays: { itemIds, counts } }),
  });
}
