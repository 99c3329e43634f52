import type { Matrix, SparseRows } from "../memory/memory.types.ts";

/**
 * Ratings cut into two-by-two blocks (`arrangeBlocks`): users and items in halves of equally many ratings. Blocks (0,0) and
 * (1,1) are worked on side by side, then (0,1) and (1,0): the same with one thread, so results do not depend on their number.
 */
export interface RatingBlocks {
  /** Row h · userCount + u: the ratings of user u among the items of half h. */
  readonly rows: SparseRows;
  readonly stars: Float32Array;
  readonly userCount: number;
  /** Every user in the order of visiting, the first half's before the second's; may be shuffled within either. */
  readonly order: Int32Array;
  /** Users in the first half. */
  readonly border: number;
}

export interface BiasedFactors {
  readonly userBiases: Float32Array;
  readonly itemBiases: Float32Array;
  /** p, one row per user. */
  readonly userFactors: Matrix;
  /** q, one row per item. */
  readonly itemFactors: Matrix;
}

export interface ImplicitFactors extends BiasedFactors {
  /** y, one row per item. */
  readonly implicitFactors: Matrix;
  /** One row per user, zeros at first: steps still owed to the y of the items in the other half. */
  readonly carries: Matrix;
}

export interface DescentStep {
  /** μ */
  readonly mean: number;
  readonly rate: number;
  /** λ of biases, p and q, per rating. */
  readonly regularization: number;
}

/** An epoch of stochastic gradient descent; each returns the sum of squared errors met on the way. */
export interface DescentKernels {
  /** r ≈ μ + b_u + b_i + p_u·q_i (Funk 2006; Koren, Bell and Volinsky 2009). */
  factorize(blocks: RatingBlocks, factors: BiasedFactors, step: DescentStep): number;
  /** The same, with p and q cut off at zero after each step. */
  factorizeNonNegative(blocks: RatingBlocks, factors: BiasedFactors, step: DescentStep): number;
  /**
   * r ≈ μ + b_u + b_i + q_i·(p_u + Σ y_j/√n) over the n items j of the user (SVD++, Koren 2008). Within a block the steps
   * are the textbook's, at the cost of one pass over the user's y; the y in the other half of the items are as they were
   * before the phase, and get their steps with the user's next visit there.
   */
  factorizeImplicit(
    blocks: RatingBlocks,
    factors: ImplicitFactors,
    step: DescentStep & { readonly implicitRegularization: number },
  ): number;
}
