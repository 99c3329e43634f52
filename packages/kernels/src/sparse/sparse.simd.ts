import type { Pool } from "../pool/pool.ts";
import type { RowSimilarity, SparseKernels } from "./sparse.types.ts";

/** Rows a thread takes at a time: popular ones cost much more than others. */
const chunk = 16;
/** Four sums and a place in the list of those met. */
const scratchBytesOfRow = 20;

export function simdSparse({ memory: { addressOf }, run }: Pool): SparseKernels {
  function similarityParameters(similarity: RowSimilarity): number[] {
    if (similarity.kind === "shared") return [1, 0, 0, 0, similarity.shrinkage];
    const { rowScales, columnScales, offsets, shrinkage } = similarity;
    return [0, addressOf(rowScales), addressOf(columnScales), offsets ? addressOf(offsets) : 0, shrinkage];
  }

  return {
    similarRows({ rows, values, transposed, transposedValues, similarity }, { first, count, bestRows, bestScores }) {
      if (bestRows.length === 0) return;
      const left = [addressOf(rows.starts), addressOf(rows.columns), addressOf(values)];
      const right = [addressOf(transposed.starts), addressOf(transposed.columns), addressOf(transposedValues)];
      const best = [first, bestRows.length / count, addressOf(bestRows), addressOf(bestScores)];
      run("similarRows", [...left, ...right, rows.rows, ...similarityParameters(similarity), ...best], {
        count,
        chunk,
        scratchBytes: scratchBytesOfRow * rows.rows,
      });
    },
  };
}
