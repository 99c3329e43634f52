// How far predicted stars are from the true ones.

/** √(mean of squared errors), in stars. NaN for no ratings. */
export function rmse(predicted: Float32Array, actual: Float32Array): number {
  const squares = predicted.reduce((sum, stars, row) => sum + (stars - actual[row]) ** 2, 0);
  return Math.sqrt(squares / predicted.length);
}

/** Mean of absolute errors, in stars. NaN for no ratings. */
export function mae(predicted: Float32Array, actual: Float32Array): number {
  return predicted.reduce((sum, stars, row) => sum + Math.abs(stars - actual[row]), 0) / predicted.length;
}

/** Stars from which a film is liked. */
const likedFrom = 4;

/** Share of the ratings whose prediction is on the right side of 4 stars: both at least 4 (liked), or both below. */
export function likeAccuracy(predicted: Float32Array, actual: Float32Array): number {
  const right = predicted.filter((stars, row) => stars >= likedFrom === actual[row] >= likedFrom);
  return right.length / predicted.length;
}

/**
 * RMSE as if every item were rated alike: √(Σ w·e² / Σ w) with the inverse propensity w of each rating's item (self-normalized
 * inverse propensity scoring, Schnabel et al. 2016).
 */
export function debiasedRmse(predicted: Float32Array, actual: Float32Array, weights: Float64Array): number {
  const squares = weights.reduce((sum, weight, row) => sum + weight * (predicted[row] - actual[row]) ** 2, 0);
  return Math.sqrt(squares / weights.reduce((sum, weight) => sum + weight, 0));
}

/** Share of the true stars that lie within their intervals, ends included. */
export function coverage(low: Float32Array, high: Float32Array, actual: Float32Array): number {
  return actual.filter((stars, row) => low[row] <= stars && stars <= high[row]).length / actual.length;
}

/** Mean width of the intervals, in stars: of two models with the coverage they promise the narrower knows more. */
export function intervalWidth(low: Float32Array, high: Float32Array): number {
  return low.reduce((sum, bound, row) => sum + high[row] - bound, 0) / low.length;
}
