import type { Pool } from "../pool/pool.ts";
import type { SamplingKernels } from "./sampling.types.ts";

/** Blocks of entries whose statistics are summed on their own: fixed, so that sums do not depend on threads. */
const latentBlocks = 64;

export function simdSampling({ memory, run }: Pool): SamplingKernels {
  const { addressOf } = memory;
  return {
    drawRows({ rows, order, values, offset, rowPrecisions, columnPrecisions, fixed, drawn, key }) {
      const { columns: size, stride } = fixed;
      const entries = [rows.starts, rows.columns, order, values].map(addressOf);
      const noise = [rowPrecisions, columnPrecisions, fixed.values].map(addressOf);
      const target = [drawn.precisions, drawn.vectors.values, drawn.own.values].map(addressOf);
      run("drawRows", [...entries, offset, ...noise, ...target, size, stride, key], {
        count: rows.rows,
        scratchBytes: 4 * stride * (stride + 9) + 8 * stride * (stride + 1),
      });
    },
    drawFeatures({ features, scales, rows, vectors, means, precisions, key }) {
      const { columns: size, stride } = vectors;
      const members = [addressOf(features.starts), addressOf(features.columns), features.rows];
      const arrays = [scales, rows.own.values, rows.precisions, vectors.values, means, precisions].map(addressOf);
      run("drawFeatureColumns", [...members, ...arrays, size, stride, key], {
        count: stride / 4,
        chunk: 1,
        scratchBytes: 16,
      });
    },
    scoreRows({ rows, values, offset, left, right, scores, sums, squares }) {
      const entries = [rows.starts, rows.columns, values].map(addressOf);
      const sides = [addressOf(left.values), addressOf(right.values), left.stride];
      const written = [scores, sums, squares].map(addressOf);
      run("scoreRows", [...entries, offset, ...sides, ...written], { count: rows.rows, scratchBytes: left.stride * 4 });
    },
    drawLatents({ scores, levels, cuts, latents, key }) {
      return memory.within(() => {
        const width = cuts.length;
        const blocks = memory.float64(latentBlocks * 3 * width);
        const given = [addressOf(scores), addressOf(levels), levels.length, addressOf(cuts), width - 1];
        run("drawLatentBlocks", [...given, addressOf(latents), addressOf(blocks), latentBlocks, key], {
          count: latentBlocks,
          chunk: 1,
        });
        const sum = (part: number) =>
          Float64Array.from({ length: width }, (_, cut) => {
            let total = 0;
            for (let block = 0; block < latentBlocks; block++) total += blocks[(block * 3 + part) * width + cut];
            return total;
          });
        return { gradient: sum(0), diagonal: sum(1), beside: sum(2) };
      });
    },
  };
}
