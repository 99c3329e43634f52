// Vectors in a quarter of their size: one signed byte per value.

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
