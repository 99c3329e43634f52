// Taste in words: movies whose texts lie near what the viewer liked and far from what he disliked.

import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import { type Engine, EngineInputError, type EngineProfile, type Model } from "../engine.types.ts";
import { asSimilarities, rowLengths } from "../model/cosine.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import { openQuantizedSearch, type QuantizedRows, quantizeRows } from "../model/quantized-rows.ts";
import { centeredRows } from "./centered-rows.ts";
import { tasteHyperparameters, tasteWeights } from "./taste-weights.ts";

const name = "content-embedding";

export type ContentEmbeddingHyperparameters = {
  neutralStars: number;
  halfLifeDays: number;
};

const layout = {
  numbers: ["dimensions", "neutralStars", "halfLifeDays"],
  arrays: { itemIds: "i32", vectors: "i8" },
} as const;

interface FittedContent {
  readonly itemIds: Int32Array;
  readonly vectors: QuantizedRows;
  readonly settings: ContentEmbeddingHyperparameters;
}

/**
 * Scores an item by the cosine, in [−1, 1], of its text's vector with the viewer's: Σ_j w_j·v_j over his ratings, with
 * w = (stars − neutralStars) · 2^(−age / halfLifeDays), so that what he liked attracts and what he disliked repels.
 * Vectors are centered by the catalog's mean first: 0 is then a film like any other.
 * An item without a text scores 0, as does every item for an empty profile. Learns nothing from ratings: new movies enter
 * with their text. Model: the item vectors, one byte a value. Fitting needs `itemVectors`.
 */
export const contentEmbeddingEngine: Engine<ContentEmbeddingHyperparameters> = {
  name,
  capabilities: ["recommends", "findsSimilar", "explains"],
  needs: ["itemVectors"],
  fitsWithoutRatings: true,
  hyperparameters: tasteHyperparameters,
  fit(dataset, { hyperparameters: given, onProgress }) {
    const settings = resolveHyperparameters(tasteHyperparameters, given);
    const { itemIds, itemVectors } = checkedDataset(dataset, { mayLackRatings: true });
    if (!itemVectors)
      throw new EngineInputError("The content engine needs the items' vectors: embed the movies first.");
    const vectors = quantizeRows(centeredRows(itemVectors), itemVectors.dimensions);
    onProgress?.(1);
    return makeModel({ itemIds: itemIds.slice(), vectors, settings });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    const { dimensions, ...settings } = numbers;
    return makeModel({ itemIds: arrays.itemIds, vectors: { dimensions, bytes: arrays.vectors }, settings });
  },
};

function makeModel({ itemIds, vectors, settings }: FittedContent): Model {
  const { dimensions, bytes } = vectors;
  const lengths = rowLengths(bytes, dimensions);
  const vectorOf = (item: number) => bytes.subarray(item * dimensions, (item + 1) * dimensions);

  /** Each rating's weight over the length of its item's vector, so that it multiplies the raw bytes. */
  const byteWeights = (profile: EngineProfile) =>
    tasteWeights(profile, settings).map((weight, row) => {
      const length = lengths[profile.items[row]];
      return length > 0 ? weight / length : 0;
    });
  const viewerOf = rememberProfiles((profile) => {
    const vector = new Float64Array(dimensions);
    const weights = byteWeights(profile);
    for (let row = 0; row < weights.length; row++) {
      const start = profile.items[row] * dimensions;
      for (let index = 0; index < dimensions; index++) vector[index] += weights[row] * bytes[start + index];
    }
    return { vector, weights, length: Math.hypot(...vector) };
  });
  const search = openQuantizedSearch(vectors);
  const cosines = (vector: ArrayLike<number>, length: number) =>
    search.cosines(Float32Array.from(vector, (value) => (length > 0 ? value / length : 0)));

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        const { vector, length } = viewerOf(profile);
        return cosines(vector, length);
      },
    },
    findsSimilar: {
      similarities: (item) => asSimilarities(item, cosines(vectorOf(item), lengths[item])),
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const { weights, length: viewerLength } = viewerOf(profile);
        const length = viewerLength * lengths[item];
        const contributions = Array.from(weights, (weight, row) => {
          const product = dotBytes(vectorOf(profile.items[row]), vectorOf(item));
          return { item: profile.items[row], contribution: length > 0 ? (weight * product) / length : 0 };
        }).sort((a, b) => b.contribution - a.contribution);
        const score = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
        return { score, baseline: 0, contributions, features: [] };
      },
    },
    save: () => writeModelFile(name, { numbers: { dimensions, ...settings }, arrays: { itemIds, vectors: bytes } }),
  };
}

function dotBytes(left: Int8Array, right: Int8Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += left[index] * right[index];
  return sum;
}
