const binCount = 15;

/**
 * Expected calibration error (Guo et al. 2017): judgments fall into 15 bins of equal width by the probability of the
 * side they take; in each bin the share of right ones is compared with the mean of these probabilities; the distances
 * are averaged, weighted by the bins' sizes.
 * @param probabilities of positive, 0 to 1
 */
export function expectedCalibrationError(probabilities: readonly number[], positive: readonly boolean[]): number {
  const gaps = new Float64Array(binCount);
  probabilities.forEach((probability, index) => {
    const confidence = Math.max(probability, 1 - probability);
    const isRight = probability >= 0.5 === positive[index];
    gaps[Math.min(binCount - 1, Math.floor(confidence * binCount))] += (isRight ? 1 : 0) - confidence;
  });
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / probabilities.length;
}
