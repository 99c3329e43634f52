// Vectors in a quarter of their size: one signed byte per value.
import { openKernels } from "@matinee/kernels";
import { inverseLengths } from "./item-search.ts";
import { once } from "./once.ts";

/** Row r is `bytes` of the row times a scale of its own, which a cosine does not need. */
export interface QuantizedRows {
  readonly dimensions: number;
  readonly bytes: Int8Array;
}

/** Each row scaled so that its largest value becomes ±127, then rounded; a row of zeros stays zeros. */
export function quantizeRows(values: Float32Array, dimensions: number): QuantizedRows {
  const bytes = new Int8Array(values.length);
  for (let start = 0; start < values.length; start += dimensions) {
    let largest = 0;
    for (let index = start; index < start + dimensions; index++) largest = Math.max(largest, Math.abs(values[index]));
    if (largest === 0) continue;
    for (let index = start; index < start + dimensions; index++) {
      bytes[index] = Math.round((values[index] / largest) * 127);
    }
  }
  return { dimensions, bytes };
}

/**
 * cosines(vector)[row] = vector · row / |row|, 0 for a row of zeros: a cosine where the vector's length is 1. The rows are
 * copied at the first question to where the kernels read them.
 */
export function openQuantizedSearch({ dimensions, bytes }: QuantizedRows) {
  const rowCount = bytes.length / dimensions;
  const open = once(() => {
    const kernels = openKernels();
    const stride = Math.ceil(dimensions / 8) * 8;
    const values = kernels.int8(rowCount * stride);
    for (let row = 0; row < rowCount; row++) {
      values.set(bytes.subarray(row * dimensions, (row + 1) * dimensions), row * stride);
    }
    const scales = kernels.copyFloat32(inverseLengths(bytes, dimensions), "scales");
    const vectors = { items: rowCount, stride, values, scales };
    return { kernels, vectors, query: kernels.float32(stride), scores: kernels.float32(rowCount) };
  });
  return {
    cosines(vector: ArrayLike<number>): Float32Array {
      const { kernels, vectors, query, scores } = open();
      query.set(vector);
      kernels.search.byteScores(vectors, query, scores);
      return scores.slice();
    },
  };
}
