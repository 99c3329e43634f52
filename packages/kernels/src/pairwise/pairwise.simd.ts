import type { Pool } from "../pool/pool.ts";
import { borderOfHalves } from "./halves.ts";
import type { PairwiseKernels } from "./pairwise.types.ts";

/** Of each the entry and the unseen column are kept. */
const pairsDrawnTogether = 64;

export function simdPairwise({ memory: { addressOf }, run }: Pool): PairwiseKernels {
  return {
    rank({ rows, rowOfEntry, weights, rowFactors, columnFactors, columnBiases }, pass) {
      const { seed, rate, regularization, biasRegularization, popularShare } = pass;
      const sparse = [rows.starts, rows.columns, rowOfEntry, weights].map(addressOf);
      const sizes = [borderOfHalves(rows), rows.columns.length, columnFactors.rows];
      const dense = [addressOf(rowFactors.values), addressOf(columnFactors.values), columnFactors.stride];
      const numbers = [seed, rate, regularization, biasRegularization, popularShare];
      for (const phase of [0, 1]) {
        run("rankPairs", [...sparse, ...sizes, ...dense, addressOf(columnBiases), phase, ...numbers], {
          count: 2,
          chunk: 1,
          scratchBytes: 2 * pairsDrawnTogether * 4,
        });
      }
    },
  };
}
