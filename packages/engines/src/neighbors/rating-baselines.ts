// What a rating is expected to be before taste comes in.
import type { Dataset, EngineProfile } from "../engine.types.ts";

/** b_ui = mean + itemBiases[i] + the viewer's bias, in stars. */
export interface RatingBaselines {
  readonly mean: number;
  readonly itemBiases: Float32Array;
}

/** Ratings of mean 0 that each bias is made with besides its own. */
const itemRegularization = 3;
const viewerRegularization = 5;
const epochs = 10;

/**
 * b_i = Σ_u (r − μ − b_u) / (3 + n_i) and b_u = Σ_i (r − μ − b_i) / (5 + n_u) in turn (Koren, "Factor in the neighbors",
 * 2010).
 */
export function ratingBaselines({ userCount, itemCount, users, items, stars }: Dataset): RatingBaselines {
  const mean = stars.reduce((sum, value) => sum + value, 0) / stars.length;
  const userBiases = new Float32Array(userCount);
  const itemBiases = new Float32Array(itemCount);
  for (let epoch = 0; epoch < epochs; epoch++) {
    fitBiases(itemBiases, items, itemRegularization, (row) => stars[row] - mean - userBiases[users[row]]);
    fitBiases(userBiases, users, viewerRegularization, (row) => stars[row] - mean - itemBiases[items[row]]);
  }
  return { mean, itemBiases };
}

function fitBiases(
  biases: Float32Array,
  keys: Int32Array,
  regularization: number,
  residualOf: (row: number) => number,
): void {
  const sums = new Float64Array(biases.length);
  const counts = new Float64Array(biases.length).fill(regularization);
  for (let row = 0; row < keys.length; row++) {
    sums[keys[row]] += residualOf(row);
    counts[keys[row]]++;
  }
  for (let key = 0; key < biases.length; key++) biases[key] = sums[key] / counts[key];
}

/** A viewer's bias by the same formula, items as they are; 0 for an empty profile. */
export function viewerBias(
  { items, stars }: Pick<EngineProfile, "items" | "stars">,
  { mean, itemBiases }: RatingBaselines,
): number {
  let sum = 0;
  for (let row = 0; row < items.length; row++) sum += stars[row] - mean - itemBiases[items[row]];
  return sum / (viewerRegularization + items.length);
}

/** Stars of each rating beyond its baseline. */
export function residualsOf(profile: Pick<EngineProfile, "items" | "stars">, baselines: RatingBaselines): Float32Array {
  const expected = baselines.mean + viewerBias(profile, baselines);
  return profile.stars.map((stars, row) => stars - expected - baselines.itemBiases[profile.items[row]]);
}
