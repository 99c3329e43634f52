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

/** Share of the true stars that lie within their intervals, ends included. */
export function coverage(low: Float32Array, high: Float32Array, actual: Float32Array): number {
  return actual.filter((stars, row) => low[row] <= stars && stars <= high[row]).length / actual.length;
}
