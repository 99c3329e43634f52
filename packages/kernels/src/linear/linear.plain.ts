import { KernelInputError } from "../kernels.types.ts";
import type { Matrix } from "../memory/memory.types.ts";
import type { LinearKernels, SparseMatrix } from "./linear.types.ts";

export const notPositiveDefinite =
  "The matrix is not positive definite: add a larger number to its diagonal, which is what regularization does.";

export function plainLinear(): LinearKernels {
  return {
    gram(matrix, gram) {
      gram.values.fill(0);
      for (let row = 0; row < matrix.rows; row++) {
        const at = row * matrix.stride;
        for (let i = 0; i < matrix.columns; i++) {
          for (let j = 0; j < matrix.columns; j++) {
            gram.values[i * gram.stride + j] += matrix.values[at + i] * matrix.values[at + j];
          }
        }
      }
    },
    sparseGram: (matrix, gram) => sparseGramRows(matrix, 0, gram),
    sparseGramRows,
    sparseProduct(sparse, values, dense, product) {
      product.values.fill(0);
      for (let row = 0; row < sparse.rows; row++) {
        for (let entry = sparse.starts[row]; entry < sparse.starts[row + 1]; entry++) {
          const start = sparse.columns[entry] * dense.stride;
          for (let column = 0; column < dense.columns; column++) {
            product.values[row * product.stride + column] += values[entry] * dense.values[start + column];
          }
        }
      }
    },
    invertSymmetric,
  };
}

function sparseGramRows({ byRow, rowValues, byColumn, columnValues }: SparseMatrix, first: number, gram: Matrix): void {
  gram.values.fill(0);
  for (let at = 0; at < gram.rows; at++) {
    const column = first + at;
    for (let entry = byColumn.starts[column]; entry < byColumn.starts[column + 1]; entry++) {
      const row = byColumn.columns[entry];
      for (let other = byRow.starts[row]; other < byRow.starts[row + 1]; other++) {
        gram.values[at * gram.stride + byRow.columns[other]] += columnValues[entry] * rowValues[other];
      }
    }
  }
}

/** Gauss–Jordan elimination: sweeps one pivot after the other, in float64. */
function invertSymmetric({ values, columns, stride }: Matrix): void {
  const rows = Array.from({ length: columns }, (_, row) =>
    Float64Array.from(values.subarray(row * stride, row * stride + columns)),
  );
  for (let pivot = 0; pivot < columns; pivot++) {
    const pivotRow = rows[pivot];
    const reciprocal = 1 / pivotRow[pivot];
    if (!(pivotRow[pivot] > 0)) throw new KernelInputError(notPositiveDefinite);
    pivotRow[pivot] = 1;
    for (let column = 0; column < columns; column++) pivotRow[column] *= reciprocal;
    for (const row of rows) {
      if (row === pivotRow) continue;
      const factor = row[pivot];
      row[pivot] = 0;
      for (let column = 0; column < columns; column++) row[column] -= factor * pivotRow[column];
    }
  }
  for (const [index, row] of rows.entries()) values.set(row, index * stride);
}
