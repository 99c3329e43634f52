// Scores of all items for one vector, by SIMD where it runs. For engines whose score is an inner product:
//   const search = openItemSearch({ values, dimensions });            // once for each model
//   search.scores(viewerVector)                                       // a score for each item
//   search.top(viewerVector, { limit: 100, excluded })                // the best items alone, without keeping the scores
// For cosines give `scales: inverseLengths(values, dimensions)` and a query of length 1.
import { type KernelMemory, openKernels } from "@matinee/kernels";
import { EngineInputError, type ScoredItems, type TopOptions } from "../engine.types.ts";
import { rowLengths } from "./cosine.ts";
import { once } from "./once.ts";

export interface SearchableItems {
  /** One row for each item, row-major. */
  readonly values: Float32Array;
  readonly dimensions: number;
  /** What each item's inner products are multiplied by; 1 where not given. */
  readonly scales?: Float32Array;
}

export interface ItemSearch {
  /** query · item · scale, one score for each item. A query has `dimensions` values. */
  scores(query: ArrayLike<number>): Float32Array;
  /** As `topItems` of the scores. Throws EngineInputError for a limit that is no whole number from 0. */
  top(query: ArrayLike<number>, options: TopOptions): ScoredItems;
}

/** Vectors of items kept where the kernels read them, copied at the first question. */
export function openItemSearch({ values, dimensions, scales }: SearchableItems): ItemSearch {
  const itemCount = values.length / dimensions;
  const open = once(() => {
    const kernels = openKernels();
    const vectors = {
      items: kernels.copyMatrix(values, itemCount, dimensions, "item vectors"),
      ...(scales ? { scales: kernels.copyFloat32(scales, "scales") } : {}),
    };
    return { kernels, vectors, query: kernels.matrix(1, dimensions), scores: kernels.matrix(1, itemCount) };
  });

  return {
    scores(query) {
      const opened = open();
      opened.query.values.set(query);
      opened.kernels.search.scores(opened.vectors, opened.query, opened.scores);
      return opened.scores.values.slice(0, itemCount);
    },
    top(query, { limit, excluded }) {
      if (!Number.isInteger(limit) || limit < 0) {
        throw new EngineInputError(`The limit ${limit} is no whole number from 0.`);
      }
      const opened = open();
      opened.query.values.set(query);
      return opened.kernels.within(() => {
        const best = emptyBest(opened.kernels, Math.min(limit, itemCount), excluded);
        opened.kernels.search.search(opened.vectors, opened.query, best);
        const found = best.bestItems.indexOf(-1);
        const count = found < 0 ? best.bestItems.length : found;
        return { items: best.bestItems.slice(0, count), scores: best.bestScores.slice(0, count) };
      });
    },
  };
}

function emptyBest(memory: KernelMemory, limit: number, excluded: Uint8Array | undefined) {
  const best = { bestItems: memory.int32(limit), bestScores: memory.float32(limit) };
  if (!excluded) return best;
  const mask = memory.uint8(excluded.length);
  mask.set(excluded);
  return { ...best, excluded: mask };
}

/** 1 / length of each row, 0 for a row of zeros. */
export function inverseLengths(values: Float32Array | Int8Array, dimensions: number): Float32Array {
  return rowLengths(values, dimensions).map((length) => (length > 0 ? 1 / length : 0));
}
