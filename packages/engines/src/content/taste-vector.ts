// A viewer as a direction among the films' text vectors.
import type { EngineProfile } from "../engine.types.ts";
import { tasteWeights } from "./taste-weights.ts";

/** As measured with neighbors: a viewer's own mean as the neutral point finds worse ones, see the workflows' README. */
const settings = { neutralStars: 2.75, halfLifeDays: 1_000 };

/** Film vectors, row-major; a row of zeros is a film without a text. */
export interface TextVectors {
  readonly values: Float32Array;
  /** The mean of the rows that are not all zeros: what all film texts share says nothing about taste. */
  readonly centroid: Float32Array;
}

/**
 * The films liked minus those disliked: Σ w·(vector − centroid) over the ratings, at length 1, with
 * w = (stars − 2.75)·2^(−age / 1,000 days), ages counted from the viewer's newest rating. After J. J. Rocchio, "Relevance
 * feedback in information retrieval" (1971). Null where no rated film has a text, or all cancel out.
 * `items` of the profile are rows of `vectors`; −1 is a film that has none.
 */
export function tasteVector(profile: EngineProfile, { values, centroid }: TextVectors): Float32Array | null {
  const dimensions = centroid.length;
  const sum = new Float64Array(dimensions);
  let centroidWeight = 0;
  tasteWeights(profile, settings).forEach((weight, rating) => {
    const start = profile.items[rating] * dimensions;
    if (start < 0 || isZero(values, start, dimensions)) return;
    for (let index = 0; index < dimensions; index++) sum[index] += weight * values[start + index];
    centroidWeight += weight;
  });
  for (let index = 0; index < dimensions; index++) sum[index] -= centroidWeight * centroid[index];
  const length = Math.hypot(...sum);
  return length > 1e-6 ? Float32Array.from(sum, (value) => value / length) : null;
}

function isZero(values: Float32Array, start: number, dimensions: number): boolean {
  for (let index = start; index < start + dimensions; index++) if (values[index] !== 0) return false;
  return true;
}
