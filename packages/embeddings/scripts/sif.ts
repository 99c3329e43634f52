// Smooth inverse frequency: Arora, Liang, Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017.

/** a / (a + share of the token among all tokens of the texts), one per row of the table. */
export function computeWeights(columns: Int32Array, rowCount: number, a: number): Float32Array {
  const counts = new Float64Array(rowCount);
  for (const column of columns) counts[column]++;
  return Float32Array.from(counts, (count) => a / (a + count / columns.length));
}
