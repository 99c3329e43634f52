// A linear support vector machine with squared hinge loss: Hsieh, Chang, Lin, Keerthi, Sundararajan, "A Dual Coordinate
// Descent Method for Large-scale Linear SVM", ICML 2008.
import { createRandom } from "./random.ts";
import type { TrainingRows } from "./training-rows.ts";

/** The last passes move the weights too little to change a decision. */
const passes = 8;

/**
 * Weights w (one per bucket, no constant) that minimize ½‖w‖² + Σ cost × max(0, 1 − y w·x)², where a text's x holds the
 * scale of each of its buckets, brought to length 1. What comes back is w × scale: it applies to plain presence.
 */
export function fitWeights({ rows, positive, costs }: TrainingRows, scales: Float64Array, seed: number): Float32Array {
  const lengths = rows.map((row) => Math.sqrt(row.reduce((sum, bucket) => sum + scales[bucket] ** 2, 0)) || 1);
  const weights = new Float64Array(scales.length);
  const duals = new Float64Array(rows.length);
  const random = createRandom(seed);
  const order = Uint32Array.from(rows, (_, index) => index);

  function improve(index: number): void {
    const row = rows[index];
    const sign = positive[index] === 1 ? 1 : -1;
    const margin = (sign * addUp(row, weights, scales)) / lengths[index];
    const diagonal = 1 / (2 * costs[index]);
    const gradient = margin - 1 + diagonal * duals[index];
    const dual = Math.max(0, duals[index] - gradient / (1 + diagonal));
    const step = ((dual - duals[index]) * sign) / lengths[index];
    duals[index] = dual;
    if (step !== 0) for (const bucket of row) weights[bucket] += step * scales[bucket];
  }

  for (let pass = 0; pass < passes; pass++) {
    random.shuffle(order);
    order.forEach(improve);
  }
  return Float32Array.from(weights, (weight, bucket) => weight * scales[bucket]);
}

function addUp(row: Uint32Array, weights: Float64Array, scales: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < row.length; index++) sum += weights[row[index]] * scales[row[index]];
  return sum;
}
