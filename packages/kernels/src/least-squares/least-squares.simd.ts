import type { Pool } from "../pool/pool.ts";
import type { LeastSquaresKernels } from "./least-squares.types.ts";

/** Dot products of eight entries. */
const productsBytes = 32;

export function simdLeastSquares({ memory: { addressOf }, run }: Pool): LeastSquaresKernels {
  return {
    conjugateGradient({ rows, weights, unobservedWeight, fixed, gram, ridges, solved }, steps) {
      const { stride } = fixed;
      const sparse = [addressOf(rows.starts), addressOf(rows.columns), addressOf(weights), unobservedWeight];
      const dense = [
        addressOf(fixed.values),
        stride,
        addressOf(gram.values),
        addressOf(ridges),
        addressOf(solved.values),
      ];
      run("conjugateGradientRows", [...sparse, ...dense, steps], {
        count: rows.rows,
        scratchBytes: 3 * stride * 4 + productsBytes,
      });
    },
  };
}
