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
  const everyEntry = new Int32Array(rows.length);
  for (let entry = 0; entry < rows.length; entry++) everyEntry[entry] = entry;
  const byColumn = sortedBy(sortedBy(everyEntry, rows, rowCount).order, columns, columnCount);
  const byRow = sortedBy(byColumn.order, rows, rowCount);
  return {
    byRow: {
      rows: rowCount,
      starts: kernels.copyInt32(byRow.starts),
      columns: picked(columns, byRow.order, kernels.int32(rows.length)),
    },
    rowValues: picked(values, byRow.order, kernels.float32(rows.length)),
    byColumn: {
      rows: columnCount,
      starts: kernels.copyInt32(byColumn.starts),
      columns: picked(rows, byColumn.order, kernels.int32(rows.length)),
    },
    columnValues: picked(values, byColumn.order, kernels.float32(rows.length)),
  };
}

/** The values of these entries, in their order, written to `target`. */
function picked<Values extends Int32Array | Float32Array>(values: Values, order: Int32Array, target: Values): Values {
  for (let at = 0; at < order.length; at++) target[at] = values[order[at]];
  return target;
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
