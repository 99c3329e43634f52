// Ordinary arrays, for the plain implementation.

import { checkFinite, copyRows, paddedColumns } from "./matrices.ts";
import type { KernelMemory } from "./memory.types.ts";

export function plainMemory(): KernelMemory {
  const memory: KernelMemory = {
    float32: (length) => new Float32Array(length),
    float64: (length) => new Float64Array(length),
    int32: (length) => new Int32Array(length),
    uint8: (length) => new Uint8Array(length),
    int8: (length) => new Int8Array(length),
    matrix(rows, columns) {
      const stride = paddedColumns(columns);
      return { rows, columns, stride, values: memory.float32(rows * stride) };
    },
    copyFloat32: (values, name) => Float32Array.from(checkFinite(values, name)),
    copyInt32: (values) => Int32Array.from(values),
    copyMatrix: (values, rows, columns, name) => copyRows(checkFinite(values, name), memory.matrix(rows, columns)),
    within: (work) => work(),
  };
  return memory;
}
