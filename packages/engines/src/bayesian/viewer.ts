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
  const errors = Float64Array.from(stars, (value, row) => value - system.expected[row]);
  const count = stars.length;
  let noise = alpha;
  for (let round = 1; ; round++) {
    const weights = new Float64Array(count).fill(noise);
    const folded = { ...solveSystem(system, weights, errors), weights, errors, noise };
    if (round === noiseRounds || count === 0) return folded;
    let squares = 0;
    for (let row = 0; row < count; row++) {
      const x = rowOf(system.regressors, row, system.prior.length);
      squares += (errors[row] - dot(x, folded.vector) + dot(x, system.prior)) ** 2 + variance(folded.lower, x);
    }
    noise = (alpha * (freedom + count)) / (freedom + alpha * squares);
  }
}

/** Newton's method: each round replaces the likelihood by the normal one that touches it, of weights w and errors e. */
function foldInProbit(system: ViewerSystem, levels: Int32Array, cuts: Float32Array): FoldedDraw {
  const count = levels.length;
  const weights = new Float64Array(count);
  const errors = new Float64Array(count);
  const moved = new Float64Array(count);
  for (let round = 1; ; round++) {
    for (let row = 0; row < count; row++) {
      const score = system.expected[row] + moved[row];
      const { slope, curvature } = levelLikelihood(cuts[levels[row]] - score, cuts[levels[row] + 1] - score);
      weights[row] = Math.max(leastWeight, curvature);
      errors[row] = moved[row] + slope / weights[row];
    }
    const folded = { ...solveSystem(system, weights, errors), weights, errors, noise: 1 };
    if (round === probitRounds || count === 0) return folded;
    for (let row = 0; row < count; row++) {
      const x = rowOf(system.regressors, row, system.prior.length);
      moved[row] = dot(x, folded.vector) - dot(x, system.prior);
    }
  }
}

/** First derivative, and the negative of the second, of log(Φ(high − s) − Φ(low − s)) by s at s = 0. */
function levelLikelihood(low: number, high: number): { slope: number; curvature: number } {
  const mirrored = low > 0;
  const share = mirrored
    ? normalProbability(-low) - normalProbability(-high)
    : normalProbability(high) - normalProbability(low);
  const [lowRate, highRate] = [low, high].map((bound) => normalDensity(bound) / Math.max(share, 1e-9));
  const slope = lowRate - highRate;
  return { slope, curvature: slope * slope + highRate * high - lowRate * low };
}

function solveSystem({ prior, regressors, precisions }: ViewerSystem, weights: Float64Array, errors: Float64Array) {
  const size = prior.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let row = 0; row < weights.length; row++) {
    const start = row * size;
    for (let i = 0; i < size; i++) {
      const weighted = weights[row] * regressors[start + i];
      right[i] += weighted * errors[row];
      for (let j = 0; j <= i; j++) matrix[i * size + j] += weighted * regressors[start + j];
    }
  }
  for (let column = 0; column < size; column++) matrix[column * (size + 1)] += precisions[column];
  const lower = factorize(matrix, size);
  const vector = solve(lower, right);
  for (let column = 0; column < size; column++) vector[column] += prior[column];
  return { prior, regressors, lower, vector };
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

export const rowOf = (values: Float64Array, row: number, columns: number): Float64Array =>
  values.subarray(row * columns, (row + 1) * columns);

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
