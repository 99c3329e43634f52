// The cosine of one vector with many.

/** Length of each row; rows of `dimensions` values. */
export function rowLengths(values: Float32Array | Int8Array, dimensions: number): Float32Array {
  const lengths = new Float32Array(values.length / dimensions);
  for (let row = 0; row < lengths.length; row++) {
    let sum = 0;
    for (let index = row * dimensions; index < (row + 1) * dimensions; index++) sum += values[index] * values[index];
    lengths[row] = Math.sqrt(sum);
  }
  return lengths;
}

/** Dot product of one vector with every row. */
export function dotRows(vector: Float32Array, values: Float32Array, dimensions: number): Float32Array {
  const products = new Float32Array(values.length / dimensions);
  for (let row = 0; row < products.length; row++) {
    const start = row * dimensions;
    let sum = 0;
    for (let index = 0; index < dimensions; index++) sum += vector[index] * values[start + index];
    products[row] = sum;
  }
  return products;
}

/** Cosines as similarities to an item: cut to [0, 1], 0 for the item itself. Changes and returns `cosines`. */
export function asSimilarities(item: number, cosines: Float32Array): Float32Array {
  for (let other = 0; other < cosines.length; other++) cosines[other] = Math.min(1, Math.max(0, cosines[other]));
  cosines[item] = 0;
  return cosines;
}
