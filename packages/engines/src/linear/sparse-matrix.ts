// Entries in any order as the sparse matrix that kernels read.
import type { Kernels, SparseMatrix } from "@matinee/kernels";

/** One entry per place of the arrays; none twice. */
export interface MatrixEntries {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** The entries both ways, in the memory of the kernels. */
export function sparseMatrix(kernels: Kernels, entries: MatrixEntries): SparseMatrix {
  const { rowCount, columnCount, rows, columns, values } = entries;
  // each pass keeps the order of the one before, so both ways come out ascending
  const byColumn = sortedBy(sortedBy(Int32Array.from(rows.keys()), rows, rowCount).order, columns, columnCount);
  const byRow = sortedBy(byColumn.order, rows, rowCount);
  const valuesOf = (order: Int32Array) =>
    kernels.copyFloat32(
      Float32Array.from(order, (entry) => values[entry]),
      "values",
    );
  return {
    byRow: {
      rows: rowCount,
      starts: kernels.copyInt32(byRow.starts),
      columns: kernels.copyInt32(byRow.order.map((entry) => columns[entry])),
    },
    rowValues: valuesOf(byRow.order),
    byColumn: {
      rows: columnCount,
      starts: kernels.copyInt32(byColumn.starts),
      columns: kernels.copyInt32(byColumn.order.map((entry) => rows[entry])),
    },
    columnValues: valuesOf(byColumn.order),
  };
}

/** A counting sort of entries by their keys. */
function sortedBy(
  entries: Int32Array,
  keys: Int32Array,
  keyCount: number,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(keyCount + 1);
  for (const entry of entries) starts[keys[entry] + 1]++;
  for (let key = 0; key < keyCount; key++) starts[key + 1] += starts[key];
  const next = starts.slice(0, keyCount);
  const order = new Int32Array(entries.length);
  for (const entry of entries) order[next[keys[entry]]++] = entry;
  return { starts, order };
}
