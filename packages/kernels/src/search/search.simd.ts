import type { Pool } from "../pool/pool.ts";
import type { BestItems, ItemVectorRows, SearchKernels } from "./search.types.ts";

/** Groups of four queries that share the items lying in a thread's cache. */
const groupsTogether = 8;
/** Scores just computed. */
const scratchBytes = 32;

export function simdSearch({ memory: { addressOf }, run }: Pool): SearchKernels {
  const addressOrNone = (array: ArrayBufferView | undefined) => (array ? addressOf(array) : 0);

  function bestParameters({ excluded, bestItems, bestScores }: BestItems, queryCount: number): number[] {
    return [addressOrNone(excluded), bestItems.length / queryCount, addressOf(bestItems), addressOf(bestScores)];
  }

  return {
    scores({ items, scales }: ItemVectorRows, queries, scores) {
      const vectors = [addressOf(queries.values), queries.rows, addressOf(items.values), items.stride];
      const target = [addressOrNone(scales), addressOf(scores.values), scores.stride];
      run("scoreItems", [...vectors, ...target], { count: items.rows, scratchBytes });
    },
    byteScores({ items, stride, values, scales }, query, scores) {
      const vectors = [addressOf(query), addressOf(values), stride, addressOf(scales)];
      run("scoreByteItems", [...vectors, addressOf(scores)], { count: items });
    },
    search({ items, scales }, queries, best) {
      if (best.bestItems.length === 0) return;
      const vectors = [addressOf(queries.values), queries.rows, addressOf(items.values), items.rows, items.stride];
      run("searchItems", [...vectors, addressOrNone(scales), ...bestParameters(best, queries.rows)], {
        count: Math.ceil(queries.rows / 4),
        chunk: groupsTogether,
        scratchBytes,
      });
    },
    select(scores, best) {
      if (best.bestItems.length === 0) return;
      const { values, rows, columns, stride } = scores;
      run("selectBest", [addressOf(values), stride, columns, ...bestParameters(best, rows)], { count: rows });
    },
  };
}
