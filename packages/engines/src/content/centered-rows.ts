// Texts about films share much that says nothing about taste: their mean is taken away.
import type { ItemVectors } from "../engine.types.ts";

/** Each row less the mean of the rows that are not all zeros; rows of zeros stay as they are. */
export function centeredRows({ values, dimensions }: ItemVectors): Float32Array {
  const mean = new Float64Array(dimensions);
  const starts: number[] = [];
  for (let start = 0; start < values.length; start += dimensions) {
    const row = values.subarray(start, start + dimensions);
    if (row.every((value) => value === 0)) continue;
    starts.push(start);
    for (let index = 0; index < dimensions; index++) mean[index] += row[index];
  }
  const centered = new Float32Array(values.length);
  for (const start of starts) {
    for (let index = 0; index < dimensions; index++) {
      centered[start + index] = values[start + index] - mean[index] / starts.length;
    }
  }
  return centered;
}
