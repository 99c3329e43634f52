// The model of a projection on a few directions: from ratings to a position in them, and from there to scores.
import { checkProfile } from "../dataset/checked-dataset.ts";
import type { EngineName, EngineProfile, Model } from "../engine.types.ts";
import { dotRows } from "../model/cosine.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import { ratingWeight } from "../model/rating-weight.ts";

const layout = {
  numbers: ["factors", "starWeight"],
  arrays: { itemIds: "i32", inward: "f32", outward: "f32" },
} as const;

export interface FittedDirections {
  readonly itemIds: Int32Array;
  readonly factors: number;
  readonly starWeight: number;
  /** c_j^−½·V_j / σ: from ratings to directions. Zeros for an item that takes no part. */
  readonly inward: Float32Array;
  /** XᵀU: from directions to scores. */
  readonly outward: Float32Array;
}

export function loadDirections(engine: EngineName, bytes: Uint8Array): Model {
  const { numbers, arrays } = readModelFile(engine, bytes, layout);
  return directionsModel(engine, { ...numbers, ...arrays });
}

export function directionsModel(engine: EngineName, fitted: FittedDirections): Model {
  const { itemIds, factors, starWeight, inward, outward } = fitted;
  const rowOf = (table: Float32Array, item: number) => table.subarray(item * factors, (item + 1) * factors);
  /** What each rating counts: x / √|x|₁. */
  const sharesOf = rememberProfiles(({ stars }: EngineProfile) => {
    const weights = Float64Array.from(stars, (value) => ratingWeight(value, starWeight));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return total > 0 ? weights.map((weight) => weight / Math.sqrt(total)) : weights;
  });

  return {
    engine,
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
    save: () => writeModelFile(engine, { numbers: { factors, starWeight }, arrays: { itemIds, inward, outward } }),
  };
}
