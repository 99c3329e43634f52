import type { Matrix } from "../kernels.types.ts";

export interface LinearKernels {
  /** gram = matrixᵀ · matrix. `gram` is square, of the matrix's columns. */
  gram(matrix: Matrix, gram: Matrix): void;
}
