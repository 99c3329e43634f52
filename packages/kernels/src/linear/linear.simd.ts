import type { Pool } from "../pool/pool.ts";
import type { LinearKernels } from "./linear.types.ts";

export function simdLinear({ memory: { addressOf }, run }: Pool): LinearKernels {
  return {
    gram(matrix, gram) {
      const { values, rows, columns, stride } = matrix;
      run("gramRows", [addressOf(values), rows, stride, addressOf(gram.values), gram.stride], { count: columns });
    },
  };
}
