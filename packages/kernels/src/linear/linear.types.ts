import type { Matrix, SparseRows } from "../memory/memory.types.ts";

export interface LinearKernels {
  /** gram = matrixᵀ · matrix. `gram` is square, of the matrix's columns. */
  gram(matrix: Matrix, gram: Matrix): void;
  /** gram = XᵀX of a sparse X. `gram` is square, of X's columns. */
  sparseGram(matrix: SparseMatrix, gram: Matrix): void;
  /** Rows first to first + rows.rows of XᵀX alone, for products that do not fit memory. `rows` has X's columns. */
  sparseGramRows(matrix: SparseMatrix, first: number, rows: Matrix): void;
  /** product = S · dense: one row for each row of S, of the columns of `dense`. */
  sparseProduct(rows: SparseRows, values: Float32Array, dense: Matrix, product: Matrix): void;
  /**
   * Replaces a symmetric positive definite matrix by its inverse. Throws KernelInputError for one that is not positive
   * definite (or too near to it for float32); the matrix then holds anything.
   */
  invertSymmetric(matrix: Matrix): void;
}

/** A sparse matrix, both ways. */
export interface SparseMatrix {
  /** Columns ascending within each row. */
  readonly byRow: SparseRows;
  readonly rowValues: Float32Array;
  /** The same entries, transposed: the rows of each column, ascending. */
  readonly byColumn: SparseRows;
  readonly columnValues: Float32Array;
}
