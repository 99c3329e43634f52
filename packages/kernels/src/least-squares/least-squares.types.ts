import type { Matrix, SparseRows } from "../kernels.types.ts";

export interface LeastSquaresProblem {
  readonly rows: SparseRows;
  /** wᵢ of each entry, above −1: what an observed entry counts beyond an unobserved one. */
  readonly weights: Float32Array;
  /** yᵢ, one row for each column index of `rows`. */
  readonly fixed: Matrix;
  /** G = Σ yᵢyᵢᵀ over all rows of `fixed`, with the regularization on its diagonal. */
  readonly gram: Matrix;
  /** x, one row for each of `rows`: where to start from, then the solution. */
  readonly solved: Matrix;
}

export interface LeastSquaresKernels {
  /**
   * Alternating least squares for implicit feedback: `steps` of conjugate gradients toward
   * (G + Σ wᵢ·yᵢyᵢᵀ) x = Σ (1 + wᵢ)·yᵢ for each row (Takács, Pilászy and Tikk 2011). A row without entries becomes zero.
   */
  conjugateGradient(problem: LeastSquaresProblem, steps: number): void;
}
