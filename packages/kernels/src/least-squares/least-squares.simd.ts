import type { Pool } from "../pool/pool.ts";
import type { LeastSquaresKernels } from "./least-squares.types.ts";

export function simdLeastSquares({ memory: { addressOf }, run }: Pool): LeastSquaresKernels {
  return {
    conjugateGradient({ rows, weights, fixed, gram, solved }, steps) {
      const { stride } = fixed;
      const sparse = [addressOf(rows.starts), addressOf(rows.columns), addressOf(weights)];
      const dense = [addressOf(fixed.values), stride, addressOf(gram.values), addressOf(solved.values)];
      run("conjugateGradientRows", [...sparse, ...dense, steps], { count: rows.rows, scratchBytes: 3 * stride * 4 });
    },
  };
}
