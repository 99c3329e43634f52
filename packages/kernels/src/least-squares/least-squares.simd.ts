import type { Pool } from "../pool/pool.ts";
import type { LeastSquaresKernels, LeastSquaresProblem } from "./least-squares.types.ts";

/** Dot products of eight entries. */
const productsBytes = 32;
/** Entries that the Cholesky kernel holds at a time, plain and weighted. */
const gatheredEntries = 32;
/** Rows differ much in length: small shares, so that no thread waits long for another at the end. */
const chunk = 64;

export function simdLeastSquares({ memory: { addressOf }, run }: Pool): LeastSquaresKernels {
  const parametersOf = ({ rows, weights, unobservedWeight, fixed, gram, ridges, solved }: LeastSquaresProblem) => [
    ...[addressOf(rows.starts), addressOf(rows.columns), addressOf(weights), unobservedWeight],
    ...[addressOf(fixed.values), fixed.stride, addressOf(gram.values), addressOf(ridges), addressOf(solved.values)],
  ];
  return {
    conjugateGradient(problem, steps) {
      const rowBytes = problem.fixed.stride * 4;
      run("conjugateGradientRows", [...parametersOf(problem), steps], {
        count: problem.rows.rows,
        chunk,
        scratchBytes: 3 * rowBytes + productsBytes,
      });
    },
    cholesky(problem) {
      const { stride } = problem.fixed;
      run("choleskyRows", parametersOf(problem), {
        count: problem.rows.rows,
        chunk,
        scratchBytes: (stride + 2 + 2 * gatheredEntries) * stride * 4,
      });
    },
  };
}
