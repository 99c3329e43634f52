// For each row of a sparse matrix the few most similar others.
import type { Kernels } from "@matinee/kernels";
import type { RatingRows } from "../dataset/rating-rows.ts";

/** Row r's neighbors are entries `starts[r]` to `starts[r + 1]`, most similar first; similarities above 0. */
export interface NeighborLists {
  readonly starts: Int32Array;
  readonly neighbors: Int32Array;
  readonly similarities: Float32Array;
}

export interface NeighborOptions {
  /** At most this many per row. */
  readonly neighbors: number;
  /** Where the work is done; their memory is as before afterwards. */
  readonly kernels: Kernels;
  readonly onProgress: (share: number) => void;
}

/** A matrix by its rows, whose neighbors are sought, and the same by its columns. */
export interface TwoWayMatrix {
  readonly byRow: Pick<RatingRows, "starts" | "columns">;
  readonly byColumn: Pick<RatingRows, "starts" | "columns">;
  /** The value of each entry of `byRow`, and of `byColumn`. */
  readonly rowValues: Float32Array;
  readonly columnValues: Float32Array;
}

/**
 * With n the columns that both rows have:
 * - cosine: Σ x·y / (|x|·|y|) · n / (n + shrinkage), lengths over all of a row;
 * - correlation: the same of rows less their mean over all columns, where a column without an entry counts 0;
 * - shared-correlation: Σ x·y / √(Σ x²·Σ y²) · (n − 1) / (n − 1 + shrinkage), all over the shared columns.
 */
export interface SimilarityRule {
  readonly kind: "cosine" | "correlation" | "shared-correlation";
  readonly shrinkage: number;
}

/** Numbers that the kernels write before they are gathered. */
const blockEntries = 2 ** 20;
const blockRowsAtLeast = 64;

/** Time: the sum over columns of the square of their entries. The same on any number of threads. */
export function neighborLists(matrix: TwoWayMatrix, rule: SimilarityRule, options: NeighborOptions): NeighborLists {
  const { kernels } = options;
  return kernels.within(() => listsOf(problemOf(kernels, matrix, rule), options));
}

type Problem = Parameters<Kernels["sparse"]["similarRows"]>[0];

function problemOf(kernels: Kernels, matrix: TwoWayMatrix, rule: SimilarityRule): Problem {
  const copied = ({ starts, columns }: TwoWayMatrix["byRow"]) => ({
    rows: starts.length - 1,
    starts: kernels.copyInt32(starts),
    columns: kernels.copyInt32(columns),
  });
  return {
    rows: copied(matrix.byRow),
    values: kernels.copyFloat32(matrix.rowValues, "values"),
    transposed: copied(matrix.byColumn),
    transposedValues: kernels.copyFloat32(matrix.columnValues, "values"),
    similarity: similarityOf(kernels, matrix, rule),
  };
}

function similarityOf(kernels: Kernels, matrix: TwoWayMatrix, { kind, shrinkage }: SimilarityRule) {
  if (kind === "shared-correlation") return { kind: "shared" as const, shrinkage };
  // without centering the means are as of endless columns: 0
  const columnCount = kind === "correlation" ? matrix.byColumn.starts.length - 1 : Number.POSITIVE_INFINITY;
  const { starts } = matrix.byRow;
  const offsets = new Float64Array(starts.length - 1);
  const scales = new Float64Array(starts.length - 1);
  for (let row = 0; row < scales.length; row++) {
    const values = matrix.rowValues.subarray(starts[row], starts[row + 1]);
    offsets[row] = values.reduce((sum, value) => sum + value, 0) / Math.sqrt(columnCount);
    const square = values.reduce((sum, value) => sum + value ** 2, 0) - offsets[row] ** 2;
    // what rounding leaves of a row that is alike in every column is no length
    scales[row] = square > 1e-9 ? 1 / Math.sqrt(square) : 0;
  }
  const rowScales = kernels.copyFloat32(scales, "scales");
  const whole = { kind: "whole" as const, rowScales, columnScales: rowScales, shrinkage };
  return kind === "correlation" ? { ...whole, offsets: kernels.copyFloat32(offsets, "offsets") } : whole;
}

function listsOf(problem: Problem, { kernels, neighbors: limit, onProgress }: NeighborOptions): NeighborLists {
  const rowCount = problem.rows.rows;
  const perRow = Math.min(limit, rowCount - 1);
  const blockRows = Math.max(
    blockRowsAtLeast,
    Math.min(Math.ceil(rowCount / 10), Math.floor(blockEntries / Math.max(1, perRow))),
  );
  const starts = new Int32Array(rowCount + 1);
  const blocks: { neighbors: Int32Array; similarities: Float32Array }[] = [];
  const bestRows = kernels.int32(blockRows * perRow);
  const bestScores = kernels.float32(blockRows * perRow);
  for (let first = 0; first < rowCount; first += blockRows) {
    const count = Math.min(blockRows, rowCount - first);
    const rows = bestRows.subarray(0, count * perRow);
    const scores = bestScores.subarray(0, count * perRow);
    kernels.sparse.similarRows(problem, { first, count, bestRows: rows, bestScores: scores });
    for (let place = 0; place < count; place++) {
      const found = rows.subarray(place * perRow, (place + 1) * perRow).indexOf(-1);
      starts[first + place + 1] = starts[first + place] + (found < 0 ? perRow : found);
    }
    blocks.push({ neighbors: rows.filter((row) => row >= 0), similarities: scores.filter((score) => score > 0) });
    onProgress((first + count) / rowCount);
  }
  return joined(starts, blocks);
}

function joined(starts: Int32Array, blocks: readonly Omit<NeighborLists, "starts">[]): NeighborLists {
  const length = starts[starts.length - 1];
  const all = { starts, neighbors: new Int32Array(length), similarities: new Float32Array(length) };
  let end = 0;
  for (const { neighbors, similarities } of blocks) {
    all.neighbors.set(neighbors, end);
    all.similarities.set(similarities, end);
    end += neighbors.length;
  }
  return all;
}
