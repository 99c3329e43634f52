// Items near another by the cosine of their vectors.
import type { ScoredItems, TopOptions } from "./engine.types.ts";
import { topItems } from "./top-items.ts";

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
export function dotRows(vector: ArrayLike<number>, values: Float32Array | Int8Array, dimensions: number): Float32Array {
  const products = new Float32Array(values.length / dimensions);
  const left = Float64Array.from(vector);
  for (let row = 0; row < products.length; row++) {
    const start = row * dimensions;
    let sum = 0;
    for (let index = 0; index < dimensions; index++) sum += left[index] * values[start + index];
    products[row] = sum;
  }
  return products;
}

/** The items whose similarity is above 0, without the asked one, best first; similarities are cut to [0, 1]. */
export function nearestItems(item: number, similarities: Float32Array, { limit, excluded }: TopOptions): ScoredItems {
  const isLeftOut = excluded?.slice() ?? new Uint8Array(similarities.length);
  similarities.forEach((similarity, other) => {
    if (other === item || !(similarity > 0)) isLeftOut[other] = 1;
  });
  return topItems(
    similarities.map((similarity) => Math.min(1, similarity)),
    { limit, excluded: isLeftOut },
  );
}
