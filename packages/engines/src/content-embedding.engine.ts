// Taste in words: movies whose texts lie near what the viewer liked and far from what he disliked.
import { centeredRows } from "./centered-rows.ts";
import { checkedDataset, checkProfile } from "./checked-dataset.ts";
import { dotRows, nearestItems, rowLengths } from "./cosine.ts";
import { type Engine, EngineInputError, type EngineProfile, type Model } from "./engine.types.ts";
import { resolveHyperparameters } from "./hyperparameters.ts";
import { rememberLast } from "./last-profile.ts";
import { readModelFile, writeModelFile } from "./model-file.ts";
import { type QuantizedRows, quantizeRows } from "./quantized-rows.ts";

const name = "content-embedding";

export type ContentEmbeddingHyperparameters = {
  neutralStars: number;
  halfLifeDays: number;
};

const hyperparameters = {
  neutralStars: { description: "Stars that count neither for nor against", minimum: 0.5, maximum: 5, default: 2.75 },
  halfLifeDays: {
    description: "Days until a rating weighs half, counted back from the viewer's newest; 0 weighs all alike",
    minimum: 0,
    maximum: 36_500,
    default: 365,
  },
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
  hyperparameters,
  fit(dataset, { hyperparameters: given, onProgress }) {
    const settings = resolveHyperparameters(hyperparameters, given);
    const { itemIds, itemVectors } = checkedDataset(dataset);
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
    ratingWeights(profile, settings).map((weight, row) => {
      const length = lengths[profile.items[row]];
      return length > 0 ? weight / length : 0;
    });
  const viewerVector = rememberLast((profile) => {
    const sum = new Float64Array(dimensions);
    byteWeights(profile).forEach((weight, row) => {
      vectorOf(profile.items[row]).forEach((value, index) => {
        sum[index] += weight * value;
      });
    });
    return sum;
  });
  const cosines = (vector: ArrayLike<number>) => {
    const length = Math.hypot(...Array.from(vector));
    return dotRows(vector, bytes, dimensions).map((product, item) =>
      length > 0 && lengths[item] > 0 ? product / (length * lengths[item]) : 0,
    );
  };

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        return cosines(viewerVector(profile));
      },
    },
    findsSimilar: {
      similarItems: (item, options) => nearestItems(item, cosines(vectorOf(item)), options),
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const length = Math.hypot(...viewerVector(profile)) * lengths[item];
        const asked = vectorOf(item);
        const contributions = Array.from(byteWeights(profile), (weight, row) => {
          const product = vectorOf(profile.items[row]).reduce((sum, value, index) => sum + value * asked[index], 0);
          return { item: profile.items[row], contribution: length > 0 ? (weight * product) / length : 0 };
        }).sort((a, b) => b.contribution - a.contribution);
        const score = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
        return { score, baseline: 0, contributions, features: [] };
      },
    },
    save: () => writeModelFile(name, { numbers: { dimensions, ...settings }, arrays: { itemIds, vectors: bytes } }),
  };
}

/** Above 0 for liked, below 0 for disliked; a rating without a time counts as new. */
function ratingWeights(
  { stars, ratedAt }: EngineProfile,
  { neutralStars, halfLifeDays }: ContentEmbeddingHyperparameters,
): Float64Array {
  const newest = ratedAt.reduce((latest, time) => Math.max(latest, time), 0);
  return Float64Array.from(stars, (value, row) => {
    const days = ratedAt[row] > 0 ? (newest - ratedAt[row]) / 86_400 : 0;
    return (value - neutralStars) * (halfLifeDays > 0 ? 2 ** (-days / halfLifeDays) : 1);
  });
}
