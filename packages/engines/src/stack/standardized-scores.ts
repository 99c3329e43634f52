// Scores of different engines on one scale: a viewer's unseen items have mean 0 and standard deviation 1.

export interface Standardization {
  readonly mean: number;
  readonly deviation: number;
}

/** Over the items that are not excluded. Where all of them score alike the deviation is Infinity: the engine says nothing. */
export function standardizationOf(scores: Float32Array, excluded: Uint8Array): Standardization {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let item = 0; item < scores.length; item++) {
    if (excluded[item]) continue;
    count++;
    sum += scores[item];
    squares += scores[item] * scores[item];
  }
  const mean = count > 0 ? sum / count : 0;
  const variance = count > 0 ? squares / count - mean * mean : 0;
  return { mean, deviation: variance > 1e-12 * (1 + mean * mean) ? Math.sqrt(variance) : Number.POSITIVE_INFINITY };
}

/** target += weight · (scores − mean) / deviation */
export function addStandardized(
  target: Float32Array,
  scores: Float32Array,
  { mean, deviation }: Standardization,
  weight: number,
): void {
  const factor = weight / deviation;
  for (let item = 0; item < target.length; item++) target[item] += factor * (scores[item] - mean);
}

/** One byte per item: 1 for what the profile rated. */
export function ratedItems(items: Int32Array, itemCount: number): Uint8Array {
  const rated = new Uint8Array(itemCount);
  for (const item of items) rated[item] = 1;
  return rated;
}
