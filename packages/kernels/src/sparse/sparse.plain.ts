import type { RowSimilarity, SimilarRowsProblem, SparseKernels } from "./sparse.types.ts";

interface PairSums {
  product: number;
  squares: number;
  otherSquares: number;
  count: number;
}

export function plainSparse(): SparseKernels {
  return {
    similarRows(problem, { first, count, bestRows, bestScores }) {
      const limit = bestRows.length / count;
      for (let place = 0; place < count; place++) {
        const row = first + place;
        const similar = [...sumsWithOthers(problem, row)]
          .filter(([other]) => other !== row)
          .map(([other, sums]) => ({ other, score: Math.fround(similarityOf(problem.similarity, row, other, sums)) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.other - b.other);
        for (let at = 0; at < limit; at++) {
          bestRows[place * limit + at] = similar[at]?.other ?? -1;
          bestScores[place * limit + at] = similar[at]?.score ?? Number.NEGATIVE_INFINITY;
        }
      }
    },
  };
}

function sumsWithOthers(problem: SimilarRowsProblem, row: number): Map<number, PairSums> {
  const { rows, values, transposed, transposedValues } = problem;
  const sumsOf = new Map<number, PairSums>();
  for (let at = rows.starts[row]; at < rows.starts[row + 1]; at++) {
    const column = rows.columns[at];
    for (let entry = transposed.starts[column]; entry < transposed.starts[column + 1]; entry++) {
      const other = transposed.columns[entry];
      const sums = sumsOf.get(other) ?? { product: 0, squares: 0, otherSquares: 0, count: 0 };
      sums.product += values[at] * transposedValues[entry];
      sums.squares += values[at] ** 2;
      sums.otherSquares += transposedValues[entry] ** 2;
      sums.count++;
      sumsOf.set(other, sums);
    }
  }
  return sumsOf;
}

function similarityOf(similarity: RowSimilarity, row: number, other: number, sums: PairSums): number {
  const { product, squares, otherSquares, count } = sums;
  if (similarity.kind === "whole") {
    const { rowScales, columnScales, offsets, shrinkage } = similarity;
    const offset = offsets ? offsets[row] * offsets[other] : 0;
    return (product - offset) * rowScales[row] * columnScales[other] * (count / (count + shrinkage));
  }
  const lengths = squares * otherSquares;
  if (!(lengths > 0) || count < 2) return 0;
  return (product / Math.sqrt(lengths)) * ((count - 1) / (count - 1 + similarity.shrinkage));
}
