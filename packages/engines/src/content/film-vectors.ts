// Films as sparse vectors: one block of unit length per attribute, times the square root of the attribute's weight.
import { attributeNames, type FilmTerms } from "./film-terms.ts";

/** Compressed sparse rows, one per film. */
export interface FilmVectors {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * The inner product of two films is Σ weight · cosine over the attributes; an attribute that a film lacks adds nothing.
 * Words of plots count (1 + ln count) · rarity, all else its count. Weights in the order of `attributeNames`.
 */
export function filmVectors(films: FilmTerms, weights: readonly number[]): FilmVectors {
  const { starts, columns, counts, termStarts, rarity } = films;
  const plot = attributeNames.indexOf("plot");
  const values = new Float32Array(columns.length);
  for (let item = 0; item + 1 < starts.length; item++) {
    let entry = starts[item];
    for (let attribute = 0; attribute < attributeNames.length; attribute++) {
      const from = entry;
      let squares = 0;
      for (; entry < starts[item + 1] && columns[entry] < termStarts[attribute + 1]; entry++) {
        const frequency = attribute === plot ? 1 + Math.log(counts[entry]) : counts[entry];
        values[entry] = frequency * rarity[columns[entry]];
        squares += values[entry] * values[entry];
      }
      const scale = Math.sqrt(weights[attribute] / squares);
      for (let each = from; each < entry; each++) values[each] *= scale;
    }
  }
  return { starts, columns, values };
}

/** Inner product of every film with a dense vector over the terms. */
export function innerProducts({ starts, columns, values }: FilmVectors, vector: Float64Array): Float32Array {
  const products = new Float32Array(starts.length - 1);
  for (let item = 0; item < products.length; item++) {
    const end = starts[item + 1];
    let sum = 0;
    for (let entry = starts[item]; entry < end; entry++) sum += values[entry] * vector[columns[entry]];
    products[item] = sum;
  }
  return products;
}

/** Adds `weight` times a film to a dense vector. */
export function addFilm(
  { starts, columns, values }: FilmVectors,
  item: number,
  weight: number,
  to: Float64Array,
): void {
  for (let entry = starts[item]; entry < starts[item + 1]; entry++) to[columns[entry]] += weight * values[entry];
}

/** Inner product of one film with a dense vector. */
export function innerProduct({ starts, columns, values }: FilmVectors, item: number, vector: Float64Array): number {
  let sum = 0;
  for (let entry = starts[item]; entry < starts[item + 1]; entry++) sum += values[entry] * vector[columns[entry]];
  return sum;
}
