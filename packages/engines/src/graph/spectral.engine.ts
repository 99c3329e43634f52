// What is left of a viewer's ratings in the few directions that most ratings lie in.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import type { Engine, EngineProfile, Model } from "../engine.types.ts";
import { chooseItems } from "../linear/chosen-items.ts";
import { ratingWeight } from "../linear/rating-weight.ts";
import { dotRows } from "../model/cosine.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
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
  fewestRatings: {
    description: "Ratings that an item needs to take part",
    minimum: 1,
    maximum: 10_000,
    default: 5,
    integer: true,
  },
};

/** Users, and items, for each direction: with fewer the projection only repeats what it was given. */
const fewestPerFactor = 8;

const layout = {
  numbers: ["factors", "starWeight"],
  arrays: { itemIds: "i32", inward: "f32", outward: "f32" },
} as const;

interface FittedDirections {
  readonly itemIds: Int32Array;
  readonly factors: number;
  readonly starWeight: number;
  /** c_j^−½·V_j / σ: from ratings to directions. Zeros for an item that takes no part. */
  readonly inward: Float32Array;
  /** XᵀU: from directions to scores. */
  readonly outward: Float32Array;
}

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
  fit(given, { hyperparameters: set, seed, onProgress = () => {} }) {
    const settings = resolveHyperparameters<SpectralHyperparameters>(hyperparameters, set);
    const { starWeight, passes } = settings;
    const dataset = checkedDataset(given);
    const { items, users, places, rows } = chooseItems(dataset, { ...settings, mostItems: dataset.itemCount });
    const weights = Float64Array.from(rows, (row) => ratingWeight(dataset.stars[row], starWeight));
    const userSums = sumBy(users, weights, dataset.userCount);
    const itemSums = sumBy(places, weights, items.length);

    const starts = new Int32Array(dataset.userCount + 1);
    for (const user of users) starts[user + 1]++;
    for (let user = 0; user < dataset.userCount; user++) starts[user + 1] += starts[user];
    const next = starts.slice(0, -1);
    const columns = new Int32Array(rows.length);
    const values = new Float64Array(rows.length);
    const ratings = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row++) {
      const entry = next[users[row]]++;
      columns[entry] = places[row];
      ratings[entry] = weights[row];
      const sums = userSums[users[row]] * itemSums[places[row]];
      values[entry] = sums > 0 ? weights[row] / Math.sqrt(sums) : 0;
    }
    const matrix = { starts, columns, values, columnCount: items.length };
    const { count, vectors, singularValues } = leadingDirections(matrix, {
      wanted: Math.min(settings.factors, Math.ceil(Math.min(dataset.userCount, items.length) / fewestPerFactor)),
      passes,
      seed,
      onPass: (pass) => onProgress(pass / (passes + 1)),
    });

    const inward = new Float32Array(dataset.itemCount * count);
    for (const [place, item] of items.entries()) {
      for (let index = 0; index < count && itemSums[place] > 0; index++) {
        const share = vectors[place * count + index] / singularValues[index];
        inward[item * count + index] = share / Math.sqrt(itemSums[place]);
      }
    }
    const sums = new Float64Array(dataset.itemCount * count);
    const position = new Float64Array(count);
    for (let user = 0; user < dataset.userCount; user++) {
      position.fill(0);
      for (let entry = starts[user]; entry < starts[user + 1]; entry++) {
        const start = columns[entry] * count;
        for (let index = 0; index < count; index++) {
          position[index] += (values[entry] * vectors[start + index]) / singularValues[index];
        }
      }
      for (let entry = starts[user]; entry < starts[user + 1]; entry++) {
        const start = items[columns[entry]] * count;
        for (let index = 0; index < count; index++) sums[start + index] += ratings[entry] * position[index];
      }
    }
    onProgress(1);
    const itemIds = dataset.itemIds.slice();
    return makeModel({ itemIds, factors: count, starWeight, inward, outward: Float32Array.from(sums) });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    return makeModel({ ...numbers, ...arrays });
  },
};

function sumBy(keys: Int32Array, values: Float64Array, keyCount: number): Float64Array {
  const sums = new Float64Array(keyCount);
  for (let at = 0; at < keys.length; at++) sums[keys[at]] += values[at];
  return sums;
}

function makeModel(fitted: FittedDirections): Model {
  const { itemIds, factors, starWeight, inward, outward } = fitted;
  const rowOf = (table: Float32Array, item: number) => table.subarray(item * factors, (item + 1) * factors);
  /** What each rating counts: x / √|x|₁. */
  const sharesOf = rememberProfiles(({ stars }: EngineProfile) => {
    const weights = Float64Array.from(stars, (value) => ratingWeight(value, starWeight));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return total > 0 ? weights.map((weight) => weight / Math.sqrt(total)) : weights;
  });

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        const position = new Float32Array(factors);
        sharesOf(profile).forEach((share, row) => {
          const direction = rowOf(inward, profile.items[row]);
          for (let index = 0; index < factors; index++) position[index] += share * direction[index];
        });
        return factors > 0 ? dotRows(position, outward, factors) : new Float32Array(itemIds.length);
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const towards = rowOf(outward, item);
        const contributions = Array.from(sharesOf(profile), (share, row) => {
          const [product = 0] = factors > 0 ? dotRows(towards, rowOf(inward, profile.items[row]), factors) : [];
          return { item: profile.items[row], contribution: share * product };
        }).sort((a, b) => b.contribution - a.contribution);
        const score = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
        return { score, baseline: 0, contributions, features: [] };
      },
    },
    itemFactors: { dimensions: factors, values: outward },
    save: () => writeModelFile(name, { numbers: { factors, starWeight }, arrays: { itemIds, inward, outward } }),
  };
}
