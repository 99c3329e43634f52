// How alike two embedders see the same texts; all vectors are unit rows of one width.

/** The mean dot product of each text's two vectors. */
export function meanCosine(actual: Float32Array, expected: Float32Array, width: number): number {
  return actual.reduce((sum, value, cell) => sum + value * expected[cell], 0) / (actual.length / width);
}

/**
 * Every text asks both for the order of all others. `overlap` is the share of the ten nearest they have in common,
 * `rankCorrelation` Spearman's over all others; means over texts.
 */
export function compareNeighbors(actual: Float32Array, expected: Float32Array, width: number) {
  const count = actual.length / width;
  const others = count - 1;
  let overlap = 0;
  let rankCorrelation = 0;
  for (let row = 0; row < count; row++) {
    const actualOrder = orderOthers(actual, row, width);
    const expectedOrder = orderOthers(expected, row, width);
    const nearest = new Set(actualOrder.subarray(0, 10));
    overlap += expectedOrder.subarray(0, 10).filter((other) => nearest.has(other)).length / 10;
    const ranks = new Int32Array(count);
    actualOrder.forEach((other, rank) => {
      ranks[other] = rank;
    });
    const squares = expectedOrder.reduce((sum, other, rank) => sum + (ranks[other] - rank) ** 2, 0);
    rankCorrelation += 1 - (6 * squares) / (others * (others * others - 1));
  }
  return { overlap: overlap / count, rankCorrelation: rankCorrelation / count };
}

/** The other rows, nearest first. */
function orderOthers(vectors: Float32Array, row: number, width: number): Int32Array {
  const count = vectors.length / width;
  const similarities = new Float64Array(count);
  for (let other = 0; other < count; other++) {
    for (let d = 0; d < width; d++) similarities[other] += vectors[row * width + d] * vectors[other * width + d];
  }
  return Int32Array.from({ length: count }, (_, other) => other)
    .filter((other) => other !== row)
    .sort((a, b) => similarities[b] - similarities[a]);
}
