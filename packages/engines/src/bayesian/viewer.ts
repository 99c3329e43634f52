// A viewer folded into each draw of the posterior: given the items, his own vector is normal and known in closed form.
import { normalDensity, normalProbability } from "@matinee/kernels";
import type { EngineProfile } from "../engine.types.ts";
import { factorize, solve, solveLower } from "./factored-matrix.ts";
import { likelihoodOf, type Posterior, readVector } from "./posterior.ts";

/**
 * The viewer in one draw. With x_j = [1, factors of item j], his bias and factors are
 * prior + A⁻¹ Σ_j w_j·e_j·x_j, and A = Λ + Σ_j w_j·x_j·x_jᵀ is their precision.
 */
export interface FoldedDraw {
  /** From what is known of him and from which items he rated. */
  readonly prior: Float64Array;
  readonly vector: Float64Array;
  /** Cholesky factor of A. */
  readonly lower: Float64Array;
  /** w and e, one for each rating. */
  readonly weights: Float64Array;
  readonly errors: Float64Array;
  /** x, one row for each rating. */
  readonly regressors: Float64Array;
  /** Precision of the noise of his ratings. */
  readonly noise: number;
}

/** Rounds in which the viewer's noise, or the linearized likelihood, and his vector are fitted to each other. */
const noiseRounds = 3;
const probitRounds = 4;
const leastWeight = 0.05;

export function foldInViewer(posterior: Posterior, profile: EngineProfile): FoldedDraw[] {
  const indexOfTerm = new Map(posterior.terms.map((term, index) => [term, index]));
  const terms = Object.entries(profile.attributes ?? {}).flatMap(([kind, term]) => {
    const index = indexOfTerm.get(`${kind}: ${term}`);
    return index === undefined ? [] : [index];
  });
  return Array.from({ length: posterior.draws }, (_, draw) => foldInDraw(posterior, draw, profile, terms));
}

function foldInDraw(posterior: Posterior, draw: number, { items, stars }: EngineProfile, terms: readonly number[]) {
  const { columns } = posterior;
  const prior = priorVector(posterior, draw, items, terms);
  const regressors = new Float64Array(items.length * columns);
  /** Scores as the prior has them. */
  const expected = new Float64Array(items.length);
  for (let row = 0; row < items.length; row++) {
    const x = regressors.subarray(row * columns, (row + 1) * columns);
    readVector(posterior.items, posterior, items[row], draw, x);
    expected[row] = posterior.offsets[draw] + x[0];
    x[0] = 1;
    expected[row] += dot(x, prior);
  }
  const precisions = posterior.precisions.subarray(draw * columns, (draw + 1) * columns);
  const system = { prior, regressors, expected, precisions };
  return likelihoodOf(posterior, draw) === "gaussian"
    ? foldInGaussian(system, stars, posterior.noise[draw], posterior.noiseFreedom)
    : foldInProbit(system, levelsOf(stars, posterior.levels), cutsOf(posterior, draw));
}

interface ViewerSystem {
  readonly prior: Float64Array;
  readonly regressors: Float64Array;
  readonly expected: Float64Array;
  readonly precisions: Float32Array;
}

function priorVector(posterior: Posterior, draw: number, items: Int32Array, terms: readonly number[]): Float64Array {
  const { columns, implicit, means, termVectors } = posterior;
  const prior = Float64Array.from(means.subarray(draw * columns, (draw + 1) * columns));
  for (const term of terms) {
    const start = (draw * posterior.terms.length + term) * columns;
    for (let column = 0; column < columns; column++) prior[column] += termVectors[start + column];
  }
  if (implicit.bytes.length === 0) return prior;
  const vector = new Float64Array(columns);
  const scale = 1 / Math.sqrt(items.length);
  for (const item of items) {
    readVector(implicit, posterior, item, draw, vector);
    for (let column = 0; column < columns; column++) prior[column] += scale * vector[column];
  }
  return prior;
}

/** The viewer's noise precision α·γ is fitted along with his vector: γ's mean under Γ((ν + n)/2, (ν + α·Σ errors²)/2). */
function foldInGaussian(system: ViewerSystem, stars: Float32Array, alpha: number, freedom: number): FoldedDraw {
  const { prior, regressors, expected, precisions } = system;
  const size = prior.length;
  const count = stars.length;
  const errors = Float64Array.from(stars, (value, row) => value - expected[row]);
  const ones = new Float64Array(count).fill(1);
  const { gram, pull } = sumsOf(system, ones, errors);
  const total = dot(errors, errors);
  let noise = alpha;
  for (let round = 1; ; round++) {
    const lower = factorize(withPrior(gram, noise, precisions), size);
    const moved = solve(
      lower,
      pull.map((value) => noise * value),
    );
    if (round === noiseRounds || count === 0) {
      const vector = moved.map((value, column) => value + prior[column]);
      return { prior, vector, lower, weights: ones.fill(noise), errors, regressors, noise };
    }
    // Σ (e − x·moved)² and what the vector's own uncertainty adds to it, tr(A⁻¹G)
    let squares = total - 2 * dot(moved, pull) + quadraticForm(gram, moved);
    const unit = new Float64Array(size);
    let free = size;
    for (let column = 0; column < size; column++) {
      unit.fill(0)[column] = 1;
      free -= precisions[column] * variance(lower, unit);
    }
    squares += free / noise;
    noise = (alpha * (freedom + count)) / (freedom + alpha * Math.max(0, squares));
  }
}

/** Newton's method: each round replaces the likelihood by the normal one that touches it, of weights w and errors e. */
function foldInProbit(system: ViewerSystem, levels: Int32Array, cuts: Float32Array): FoldedDraw {
  const { prior, regressors, expected, precisions } = system;
  const size = prior.length;
  const count = levels.length;
  const weights = new Float64Array(count);
  const errors = new Float64Array(count);
  let moved: Float64Array = new Float64Array(size);
  for (let round = 1; ; round++) {
    for (let row = 0; row < count; row++) {
      const change = dotRow(regressors, row, moved);
      const score = expected[row] + change;
      const { slope, curvature } = levelLikelihood(cuts[levels[row]] - score, cuts[levels[row] + 1] - score);
      weights[row] = Math.max(leastWeight, curvature);
      errors[row] = change + slope / weights[row];
    }
    const { gram, pull } = sumsOf(system, weights, errors);
    const lower = factorize(withPrior(gram, 1, precisions), size);
    moved = solve(lower, pull);
    if (round === probitRounds || count === 0) {
      const vector = moved.map((value, column) => value + prior[column]);
      return { prior, vector, lower, weights, errors, regressors, noise: 1 };
    }
  }
}

/** First derivative, and the negative of the second, of log(Φ(high − s) − Φ(low − s)) by s at s = 0. */
function levelLikelihood(low: number, high: number): { slope: number; curvature: number } {
  const mirrored = low > 0;
  const share = mirrored
    ? normalProbability(-low) - normalProbability(-high)
    : normalProbability(high) - normalProbability(low);
  const lowRate = normalDensity(low) / Math.max(share, 1e-9);
  const highRate = normalDensity(high) / Math.max(share, 1e-9);
  const slope = lowRate - highRate;
  return { slope, curvature: slope * slope + highRate * high - lowRate * low };
}

/** Σ w·xxᵀ, its lower half, and Σ w·e·x. */
function sumsOf({ prior, regressors }: ViewerSystem, weights: Float64Array, errors: Float64Array) {
  const size = prior.length;
  const gram = new Float64Array(size * size);
  const pull = new Float64Array(size);
  for (let row = 0; row < weights.length; row++) {
    const start = row * size;
    for (let i = 0; i < size; i++) {
      const weighted = weights[row] * regressors[start + i];
      pull[i] += weighted * errors[row];
      for (let j = 0; j <= i; j++) gram[i * size + j] += weighted * regressors[start + j];
    }
  }
  return { gram, pull };
}

function withPrior(gram: Float64Array, noise: number, precisions: Float32Array): Float64Array {
  const matrix = gram.map((value) => noise * value);
  for (let column = 0; column < precisions.length; column++)
    matrix[column * (precisions.length + 1)] += precisions[column];
  return matrix;
}

/** vᵀMv of a symmetric matrix by its lower half. */
function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) {
    for (let j = 0; j < i; j++) sum += 2 * matrix[i * vector.length + j] * vector[i] * vector[j];
    sum += matrix[i * (vector.length + 1)] * vector[i] ** 2;
  }
  return sum;
}

/** xᵀA⁻¹x */
export function variance(lower: Float64Array, x: Float64Array): number {
  const solved = solveLower(lower, x.slice());
  return dot(solved, solved);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

/** Product of row `row` of row-major values with a vector. */
export function dotRow(values: Float64Array, row: number, vector: Float64Array): number {
  const start = row * vector.length;
  let sum = 0;
  for (let index = 0; index < vector.length; index++) sum += values[start + index] * vector[index];
  return sum;
}

export const cutsOf = ({ cuts, levels }: Posterior, draw: number): Float32Array =>
  cuts.subarray(draw * (levels.length + 1), (draw + 1) * (levels.length + 1));

/** The nearest level of each number of stars. */
function levelsOf(stars: Float32Array, levels: Float32Array): Int32Array {
  return Int32Array.from(stars, (value) => {
    const next = levels.findIndex((level) => level >= value);
    if (next < 0) return levels.length - 1;
    return next > 0 && value - levels[next - 1] < levels[next] - value ? next - 1 : next;
  });
}
