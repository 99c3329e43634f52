// Smooth inverse frequency: Arora, Liang, Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017.
import { dimensions } from "../src/distilled-table.ts";

/** Rows of the table that each text's tokens point to. */
export type TextRows = readonly number[];

/** a / (a + share of the token among all tokens of the texts), one per row. */
export function computeWeights(texts: readonly TextRows[], rowCount: number, a: number): Float32Array {
  const counts = new Float64Array(rowCount);
  let total = 0;
  for (const rows of texts) {
    for (const row of rows) counts[row]++;
    total += rows.length;
  }
  return Float32Array.from(counts, (count) => a / (a + count / total));
}

/** The mean over texts of their weighted mean vectors (384 values): what all texts have in common. */
export function computeMean(texts: readonly TextRows[], vectors: Float32Array, weights: Float32Array): Float64Array {
  // Summed per row first, so that each vector is read once.
  const shares = new Float64Array(weights.length);
  let textCount = 0;
  for (const rows of texts) {
    const sum = rows.reduce((total, row) => total + weights[row], 0);
    if (sum === 0) continue;
    textCount++;
    for (const row of rows) shares[row] += weights[row] / sum;
  }
  const mean = new Float64Array(dimensions);
  shares.forEach((share, row) => {
    if (share === 0) return;
    for (let d = 0; d < dimensions; d++) mean[d] += (share / textCount) * vectors[row * dimensions + d];
  });
  return mean;
}
