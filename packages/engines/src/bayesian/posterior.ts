// What a chain leaves behind: draws of the posterior, as far as they concern items and viewers yet to come.
import type { Matrix } from "@matinee/kernels";
import type { ChainState, Likelihood } from "./gibbs-chain.ts";
import { implicitName } from "./rating-features.ts";

/**
 * Vectors of items in all draws, an item's together, one byte each: byte · scale + center of the byte's place in the row.
 * The error, about a hundredth of the spread of a column, is far below that between draws.
 */
export interface DrawnVectors {
  readonly bytes: Int8Array;
  /** One per draw and column. */
  readonly scales: Float32Array;
  readonly centers: Float32Array;
}

/** Draws from one or several chains. A vector is a bias and the factors: `columns` values. */
export interface Posterior {
  readonly columns: number;
  readonly draws: number;
  /** How many of them, the first, are of a gaussian chain; the rest are of ordered probit. */
  readonly gaussianDraws: number;
  readonly noiseFreedom: number;
  readonly items: DrawnVectors;
  /** The vectors that a rated item adds to a viewer's; none without implicit sets. */
  readonly implicit: DrawnVectors;
  /** One per draw. */
  readonly offsets: Float32Array;
  readonly noise: Float32Array;
  readonly shifts: Float32Array;
  readonly stretches: Float32Array;
  /** Prior of viewers' vectors, one row per draw. */
  readonly means: Float32Array;
  readonly precisions: Float32Array;
  /** Vectors of the terms that viewers are known by, one row per draw and term; a term's name is "kind: term". */
  readonly terms: readonly string[];
  readonly termVectors: Float32Array;
  /** Stars of each level, ascending, and the cuts between them, levels + 1 per draw. */
  readonly levels: Float32Array;
  readonly cuts: Float32Array;
}

export interface PosteriorShape {
  readonly itemCount: number;
  readonly columns: number;
  readonly draws: number;
  readonly gaussianDraws: number;
  readonly noiseFreedom: number;
  readonly hasImplicit: boolean;
  readonly terms: readonly string[];
  readonly levels: Float32Array;
}

export function emptyPosterior(shape: PosteriorShape): Posterior {
  const { itemCount, columns, draws, hasImplicit, terms, levels, ...rest } = shape;
  const vectors = (rows: number): DrawnVectors => ({
    bytes: new Int8Array(rows * draws * columns),
    scales: new Float32Array(draws * columns),
    centers: new Float32Array(draws * columns),
  });
  return {
    ...rest,
    ...{ columns, draws, terms, levels },
    items: vectors(itemCount),
    implicit: vectors(hasImplicit ? itemCount : 0),
    offsets: new Float32Array(draws),
    noise: new Float32Array(draws),
    shifts: new Float32Array(draws),
    stretches: new Float32Array(draws),
    means: new Float32Array(draws * columns),
    precisions: new Float32Array(draws * columns),
    termVectors: new Float32Array(draws * terms.length * columns),
    cuts: new Float32Array(draws * (levels.length + 1)),
  };
}

/** Writes the chain's present state down as draw number `draw`. */
export function keepDraw(posterior: Posterior, draw: number, { users, items, ...state }: ChainState): void {
  const { columns, draws, terms, termVectors, cuts } = posterior;
  keepVectors(posterior.items, items.vectors, draw, draws);
  let row = draw * terms.length;
  for (const { name, vectors } of users.blocks) {
    if (name === implicitName) {
      keepVectors(posterior.implicit, vectors, draw, draws);
      continue;
    }
    for (let term = 0; term < vectors.rows; term++, row++) {
      termVectors.set(vectors.values.subarray(term * vectors.stride, term * vectors.stride + columns), row * columns);
    }
  }
  posterior.offsets[draw] = state.offset;
  posterior.noise[draw] = state.noise;
  posterior.shifts[draw] = state.shift;
  posterior.stretches[draw] = state.stretch;
  posterior.means.set(users.prior.means.subarray(0, columns), draw * columns);
  posterior.precisions.set(users.prior.precisions.subarray(0, columns), draw * columns);
  cuts.set(state.cuts, draw * state.cuts.length);
}

function keepVectors(kept: DrawnVectors, { rows, columns, stride, values }: Matrix, draw: number, draws: number): void {
  for (let column = 0; column < columns; column++) {
    let low = Infinity;
    let high = -Infinity;
    for (let row = 0; row < rows; row++) {
      low = Math.min(low, values[row * stride + column]);
      high = Math.max(high, values[row * stride + column]);
    }
    const place = draw * columns + column;
    kept.centers[place] = (low + high) / 2;
    kept.scales[place] = (high - low) / 254;
    if (!(high > low)) continue;
    for (let row = 0; row < rows; row++) {
      const value = (values[row * stride + column] - kept.centers[place]) / kept.scales[place];
      kept.bytes[row * draws * columns + place] = Math.min(127, Math.max(-127, Math.round(value)));
    }
  }
}

/** The vector of an item in one draw, into `target`. */
export function readVector(
  { bytes, scales, centers }: DrawnVectors,
  { draws, columns }: Posterior,
  item: number,
  draw: number,
  target: Float64Array,
): void {
  const start = item * draws * columns;
  for (let column = 0; column < columns; column++) {
    const place = draw * columns + column;
    target[column] = centers[place] + scales[place] * bytes[start + place];
  }
}

export const likelihoodOf = ({ gaussianDraws }: Posterior, draw: number): Likelihood =>
  draw < gaussianDraws ? "gaussian" : "ordered-probit";

/** What a draw counts: draws of one likelihood count alike, both likelihoods together the same. */
export function weightOf({ draws, gaussianDraws }: Posterior, draw: number): number {
  const probitDraws = draws - gaussianDraws;
  const share = gaussianDraws > 0 && probitDraws > 0 ? 0.5 : 1;
  return share / (draw < gaussianDraws ? gaussianDraws : probitDraws);
}
