import { KernelInputError } from "../kernels.types.ts";
import type { Pool } from "../pool/pool.ts";
import { notPositiveDefinite } from "./linear.plain.ts";
import type { LinearKernels, SparseMatrix } from "./linear.types.ts";

/** Columns swept at a time: fewer pass over the matrix more often, more spend more on the pivots. */
const pivotSize = 96;
/** Rows of a band of the inverse's kernels, and of the mirror's. */
const inverseBand = 48;
const mirrorBand = 32;

export function simdLinear({ memory, run }: Pool): LinearKernels {
  const { addressOf } = memory;
  const addresses = ({ byRow, rowValues, byColumn, columnValues }: SparseMatrix) =>
    [byRow.starts, byRow.columns, rowValues, byColumn.starts, byColumn.columns, columnValues].map(addressOf);

  return {
    gram(matrix, gram) {
      const { values, rows, columns, stride } = matrix;
      run("gramBands", [addressOf(values), rows, columns, stride, addressOf(gram.values)], {
        count: Math.ceil(stride / 8),
        scratchBytes: 4 * stride * 4,
      });
    },
    sparseGram(matrix, { values, rows, columns, stride }) {
      const gram = addressOf(values);
      run("sparseGramRows", [...addresses(matrix), gram, stride, 0, 1], { count: rows, chunk: 16 });
      run("mirrorBands", [gram, columns, stride, 1, 1], { count: Math.ceil(rows / mirrorBand), chunk: 1 });
    },
    sparseGramRows(matrix, first, { values, rows, stride }) {
      run("sparseGramRows", [...addresses(matrix), addressOf(values), stride, first, 0], { count: rows, chunk: 4 });
    },
    sparseProduct(sparse, given, dense, product) {
      const rows = [sparse.starts, sparse.columns, given, dense.values].map(addressOf);
      run("sparseProductRows", [...rows, dense.stride, addressOf(product.values)], { count: sparse.rows });
    },
    invertSymmetric({ values, columns, stride }) {
      const matrix = addressOf(values);
      const bands = Math.ceil(columns / inverseBand);
      memory.within(() => {
        const panelBytes = bands * inverseBand * pivotSize * 4;
        const [left, right] = [memory.allocate(panelBytes), memory.allocate(panelBytes)];
        const pivotBytes = pivotSize * pivotSize * 4;
        const inverse = memory.allocate(pivotBytes);
        const failed = memory.int32(1);
        for (let start = 0; start < columns; start += pivotSize) {
          const size = Math.min(pivotSize, columns - start);
          const pivot = [matrix, stride, start, size, inverse, addressOf(failed)];
          run("invertPivot", pivot, { count: 1, scratchBytes: pivotBytes });
          if (failed[0] !== 0) throw new KernelInputError(notPositiveDefinite);
          const panel = [matrix, columns, stride, start, size, inverse, left, right];
          run("preparePanel", panel, { count: bands, chunk: 1, scratchBytes: inverseBand * pivotSize * 4 });
          const update = [matrix, columns, stride, size, left, right, bands];
          run("updateBands", update, { count: bands, chunk: 1, scratchBytes: 256 });
        }
      });
      run("mirrorBands", [matrix, columns, stride, 0, -1], { count: Math.ceil(columns / mirrorBand), chunk: 1 });
    },
  };
}
