// The prior of a group of vectors and what it learns from them: normal in each column, mean and precision drawn with them.
import type { Matrix } from "@matinee/kernels";
import type { Random } from "../dataset/random.ts";

export interface NormalPrior {
  /** One per column. */
  readonly means: Float32Array;
  readonly precisions: Float32Array;
}

/** A precision no data has spoken about: of the spread that vectors start with, .1. */
const firstPrecision = 100;

/** Starts a prior in arrays of the given memory. */
export function startPrior(float32: (length: number) => Float32Array, columns: number): NormalPrior {
  const prior = { means: float32(columns), precisions: float32(columns) };
  prior.precisions.fill(firstPrecision);
  return prior;
}

/**
 * Draws each column's mean from N(Σv / (n + 1), 1 / (λ(n + 1))), then its precision λ from
 * Γ((n + 2)/2, (1 + mean² + Σ(v − mean)²)/2), v + shift[column] being the column's n values: the hyperpriors
 * mean ~ N(0, 1/λ) and λ ~ Γ(1/2, 1/2) of Rendle's Bayesian factorization machines.
 */
export function drawPrior(
  { means, precisions }: NormalPrior,
  vectors: Matrix,
  shift: Float32Array,
  random: Random,
): void {
  const { rows, columns, stride, values } = vectors;
  const sums = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = values[row * stride + column] + shift[column];
      sums[column] += value;
      squares[column] += value * value;
    }
  }
  for (let column = 0; column < columns; column++) {
    const mean = sums[column] / (rows + 1) + drawNormal(random) / Math.sqrt(precisions[column] * (rows + 1));
    const spread = squares[column] - 2 * mean * sums[column] + (rows + 1) * mean * mean;
    means[column] = mean;
    precisions[column] = drawGamma((rows + 2) / 2, random) / ((1 + Math.max(0, spread)) / 2);
  }
}

/** Standard normal (Box and Muller). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Γ(shape, 1) for a shape of 1/2 or more (Marsaglia and Tsang 2000). */
export function drawGamma(shape: number, random: Random): number {
  const most = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * most);
  for (;;) {
    const normal = drawNormal(random);
    const cubed = (1 + spread * normal) ** 3;
    if (cubed <= 0) continue;
    const log = 0.5 * normal * normal + most - most * cubed + most * Math.log(cubed);
    if (Math.log(1 - random()) < log) return most * cubed;
  }
}
