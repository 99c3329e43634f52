import type { Matrix } from "../memory/memory.types.ts";

export interface ItemVectorRows {
  /** One row for each item. */
  readonly items: Matrix;
  /**
   * What each item's inner products are multiplied by; 1 where not given. One over the item's length, and queries of length
   * 1, make them cosines.
   */
  readonly scales?: Float32Array;
}

export interface BestItems {
  /** One byte for each query and item, row-major without padding; 1 leaves the item out of that query's answer. */
  readonly excluded?: Uint8Array;
  /** The best items of each query, best first, of equal scores the lower index first; −1 where there are no more. */
  readonly bestItems: Int32Array;
  /** Their scores; −Infinity beside −1. Its length over the number of queries is how many items each query finds. */
  readonly bestScores: Float32Array;
}

/** Item vectors in a quarter of the space. */
export interface ByteVectorRows {
  readonly items: number;
  /** Values of a row, a multiple of 8: vectors of other lengths end with zeros. */
  readonly stride: number;
  readonly values: Int8Array;
  /** What each item's inner products are multiplied by. */
  readonly scales: Float32Array;
}

export interface SearchKernels {
  /** scores[query][item] = query · item · scale. Rows of `queries` are as long as those of `items`. */
  scores(vectors: ItemVectorRows, queries: Matrix, scores: Matrix): void;
  /** scores[item] = query · item · scale for items in bytes. The query has `stride` values. */
  byteScores(vectors: ByteVectorRows, query: Float32Array, scores: Float32Array): void;
  /**
   * The best items of each query, without keeping all scores. Four queries go through the items together; the answer is
   * that of each alone, bit for bit.
   */
  search(vectors: ItemVectorRows, queries: Matrix, best: BestItems): void;
  /** The best of each row of scores computed elsewhere. NaN is never among them. */
  select(scores: Matrix, best: BestItems): void;
}
