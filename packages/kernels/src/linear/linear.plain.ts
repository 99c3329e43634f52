import type { LinearKernels } from "./linear.types.ts";

export function plainLinear(): LinearKernels {
  return {
    gram(matrix, gram) {
      gram.values.fill(0);
      for (let row = 0; row < matrix.rows; row++) {
        const at = row * matrix.stride;
        for (let i = 0; i < matrix.columns; i++) {
          for (let j = 0; j < matrix.columns; j++) {
            gram.values[i * gram.stride + j] += matrix.values[at + i] * matrix.values[at + j];
          }
        }
      }
    },
  };
}
