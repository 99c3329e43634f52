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

/**
 * Dot product of one vector with every row. The vector is rounded to whole numbers, as large as the sums of their products
 * fit 32 bits; at 384 dimensions a cosine made of it is exact within 1e-5.
 */
export function dotQuantizedRows(vector: Float64Array, { dimensions, bytes }: QuantizedRows): Float32Array {
  const rowCount = bytes.length / dimensions;
  const products = new Float32Array(rowCount);
  const largest = vector.reduce((maximum, value) => Math.max(maximum, Math.abs(value)), 0);
  if (largest === 0) return products;
  const scale = Math.floor(0x7fffffff / (127 * dimensions) - 1) / largest;
  const whole = Int32Array.from(vector, (value) => Math.round(value * scale));

  // Four rows at a time, so that each value of the vector is read once for them.
  const inFours = rowCount - (rowCount % 4);
  for (let row = 0; row < inFours; row += 4) {
    const a = row * dimensions;
    const b = a + dimensions;
    const c = b + dimensions;
    const d = c + dimensions;
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let index = 0; index < dimensions; index++) {
      const value = whole[index];
      sumA = (sumA + Math.imul(value, bytes[a + index])) | 0;
      sumB = (sumB + Math.imul(value, bytes[b + index])) | 0;
      sumC = (sumC + Math.imul(value, bytes[c + index])) | 0;
      sumD = (sumD + Math.imul(value, bytes[d + index])) | 0;
    }
    products[row] = sumA / scale;
    products[row + 1] = sumB / scale;
    products[row + 2] = sumC / scale;
    products[row + 3] = sumD / scale;
  }
  for (let row = inFours; row < rowCount; row++) {
    let sum = 0;
    for (let index = 0; index < dimensions; index++) sum += whole[index] * bytes[row * dimensions + index];
    products[row] = sum / scale;
  }
  return products;
}
