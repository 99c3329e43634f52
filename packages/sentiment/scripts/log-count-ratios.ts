// Naive Bayes' part of an NB-SVM: Wang, Manning, "Baselines and Bigrams: Simple, Good Sentiment and Topic
// Classification", ACL 2012.
import type { TrainingRows } from "./training-rows.ts";

const smoothing = 1;

/** Of each bucket log(its share among positive texts' features / the same among negative ones), counts smoothed by one. */
export function computeLogCountRatios(
  { rows, positive, countWeights }: TrainingRows,
  bucketCount: number,
): Float64Array {
  const counts = [new Float64Array(bucketCount), new Float64Array(bucketCount)];
  rows.forEach((row, index) => {
    const side = counts[positive[index]];
    for (const bucket of row) side[bucket] += countWeights[index];
  });
  const [negativeCounts, positiveCounts] = counts;
  const ratios = new Float64Array(bucketCount);
  let positiveTotal = 0;
  let negativeTotal = 0;
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    if (positiveCounts[bucket] + negativeCounts[bucket] === 0) continue;
    positiveTotal += positiveCounts[bucket] + smoothing;
    negativeTotal += negativeCounts[bucket] + smoothing;
  }
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    ratios[bucket] = Math.log(
      (positiveCounts[bucket] + smoothing) / positiveTotal / ((negativeCounts[bucket] + smoothing) / negativeTotal),
    );
  }
  return ratios;
}
