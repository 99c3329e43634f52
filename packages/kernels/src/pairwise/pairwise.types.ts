import type { Matrix, SparseRows } from "../memory/memory.types.ts";

/** What each row has seen, and the factors to rank it by. */
export interface PairwiseProblem {
  /** Columns ascend within a row. */
  readonly rows: SparseRows;
  /** The row of each entry. */
  readonly rowOfEntry: Int32Array;
  /** What each entry counts, 0 or above: its steps are multiplied by it. */
  readonly weights: Float32Array;
  /** x, one row for each of `rows`. */
  readonly rowFactors: Matrix;
  /** y, one row for each column. */
  readonly columnFactors: Matrix;
  /** b, one for each column. */
  readonly columnBiases: Float32Array;
}

export interface PairwisePass {
  /** 32 bits, another for each pass. */
  readonly seed: number;
  readonly rate: number;
  /** λ of x and y, for each step. */
  readonly regularization: number;
  /** λ of b, for each step. */
  readonly biasRegularization: number;
  /** Share of the unseen columns that are drawn as often as rows see them; the others are drawn evenly. */
  readonly popularShare: number;
}

export interface PairwiseKernels {
  /**
   * Bayesian personalized ranking (Rendle and others 2009): about as many steps as there are entries up the gradient of
   * ln σ(s_i − s_j) − λ-terms, s = b + x·y, on random entries (row, i) with a random column j that the row has not seen.
   * Columns are halved by the seed and j is of i's half, so that two threads never meet; each pass halves anew.
   */
  rank(problem: PairwiseProblem, pass: PairwisePass): void;
}
