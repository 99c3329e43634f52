import type { Matrix, SparseRows } from "../memory/memory.types.ts";

export interface LeastSquaresProblem {
  readonly rows: SparseRows;
  /** wᵢ of each entry, above −unobservedWeight: what an observed entry counts beyond an unobserved one. */
  readonly weights: Float32Array;
  /** u: what an unobserved entry counts, 0 or above. */
  readonly unobservedWeight: number;
  /** yᵢ, one row for each column index of `rows`. */
  readonly fixed: Matrix;
  /** G = u · Σ yᵢyᵢᵀ over all rows of `fixed`. */
  readonly gram: Matrix;
  /** λ of each row, above 0. */
  readonly ridges: Float32Array;
  /** x, one row for each of `rows`: where to start from, then the solution. */
  readonly solved: Matrix;
}

export interface LeastSquaresKernels {
  /**
   * Alternating least squares for implicit feedback: `steps` of conjugate gradients toward
   * (G + λI + Σ wᵢ·yᵢyᵢᵀ) x = Σ (wᵢ + u)·yᵢ for each row (Takács, Pilászy and Tikk 2011). A row without entries becomes zero.
   */
  conjugateGradient(problem: LeastSquaresProblem, steps: number): void;

  /** The same system solved exactly for each row, by Cholesky factorization: k/4 times the work of three steps, or more. */
  cholesky(problem: LeastSquaresProblem): void;
}
