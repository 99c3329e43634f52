import type { Matrix } from "../memory/memory.types.ts";
import type { BestItems, ItemVectorRows, SearchKernels } from "./search.types.ts";

export function plainSearch(): SearchKernels {
  return {
    scores(vectors, queries, scores) {
      for (let query = 0; query < queries.rows; query++) {
        scores.values.set(scoresOf(vectors, queries, query), query * scores.stride);
      }
    },
    byteScores({ items, stride, values, scales }, query, scores) {
      for (let item = 0; item < items; item++) {
        const product = query.reduce((sum, value, index) => sum + value * values[item * stride + index], 0);
        scores[item] = product * scales[item];
      }
    },
    search(vectors, queries, best) {
      for (let query = 0; query < queries.rows; query++) {
        select(scoresOf(vectors, queries, query), query, queries.rows, best);
      }
    },
    select(scores, best) {
      for (let row = 0; row < scores.rows; row++) {
        select(rowOf(scores, row), row, scores.rows, best);
      }
    },
  };
}

const rowOf = ({ values, stride, columns }: Matrix, row: number) =>
  values.subarray(row * stride, row * stride + columns);

function scoresOf({ items, scales }: ItemVectorRows, queries: Matrix, query: number): Float32Array {
  const vector = rowOf(queries, query);
  return Float32Array.from({ length: items.rows }, (_, item) => {
    const product = rowOf(items, item).reduce((sum, value, column) => sum + value * vector[column], 0);
    return product * (scales?.[item] ?? 1);
  });
}

function select(scores: Float32Array, query: number, queryCount: number, best: BestItems): void {
  const { excluded, bestItems, bestScores } = best;
  const limit = bestItems.length / queryCount;
  const ranked = Int32Array.from(scores.keys())
    .filter((item) => scores[item] > Number.NEGATIVE_INFINITY && !excluded?.[query * scores.length + item])
    .sort((a, b) => scores[b] - scores[a] || a - b);
  for (let place = 0; place < limit; place++) {
    const isFound = place < ranked.length;
    bestItems[query * limit + place] = isFound ? ranked[place] : -1;
    bestScores[query * limit + place] = isFound ? scores[ranked[place]] : Number.NEGATIVE_INFINITY;
  }
}
