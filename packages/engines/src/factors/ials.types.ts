import type { Matrix, SparseRows } from "@matinee/kernels";
import type { FoldInSettings } from "./ials-viewer.ts";

/** One side of the alternation: its ratings by row, and the factors solved for. */
export interface Side {
  readonly rows: SparseRows;
  readonly weights: Float32Array;
  readonly ridges: Float32Array;
  readonly solved: Matrix;
}

/** A fitted iALS. */
export interface FittedIals {
  readonly itemIds: Int32Array;
  readonly factors: number;
  /** Users of the training. */
  readonly userCount: number;
  readonly settings: FoldInSettings;
  readonly itemFactors: Float32Array;
  readonly itemGram: Float32Array;
  readonly userGram: Float32Array;
}
