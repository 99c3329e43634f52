import type { SparseRows } from "../memory/memory.types.ts";

/** Sums are over the columns that two rows i and j share; n is how many these are. */
export type RowSimilarity =
  | {
      /**
       * (Σ x·y − offsetᵢ·offsetⱼ) · rowScaleᵢ · columnScaleⱼ · n / (n + shrinkage). With both scales 1 / length: cosine; with
       * powers of it: asymmetric cosine; offsets Σx / √columns and lengths about the mean: Pearson's correlation over all
       * columns; transition probabilities as values and popularity^−β as columnScale: RP3beta.
       */
      readonly kind: "whole";
      readonly rowScales: Float32Array;
      readonly columnScales: Float32Array;
      readonly offsets?: Float32Array;
      readonly shrinkage: number;
    }
  | {
      /**
       * Σ x·y / √(Σ x² · Σ y²) · (n − 1) / (n − 1 + shrinkage): of ratings less their baselines, Pearson-baseline (Koren
       * 2010); of ratings less their users' means, adjusted cosine (Sarwar and others 2001).
       */
      readonly kind: "shared";
      readonly shrinkage: number;
    };

export interface SimilarRowsProblem {
  readonly rows: SparseRows;
  /** x, one for each entry of `rows`. */
  readonly values: Float32Array;
  /** The same entries by column: its columns are the rows' indexes. */
  readonly transposed: SparseRows;
  /** y, one for each entry of `transposed`. */
  readonly transposedValues: Float32Array;
  readonly similarity: RowSimilarity;
}

export interface SimilarRows {
  /** The row that is asked first; as many follow as there is place for. */
  readonly first: number;
  readonly count: number;
  /** Most similar first, of equal ones the lower index first; −1 where there are no more with a similarity above 0. */
  readonly bestRows: Int32Array;
  /** Its length over `count` is how many each row finds; −Infinity beside −1. */
  readonly bestScores: Float32Array;
}

export interface SparseKernels {
  /**
   * The rows most similar to each of the rows `first` to `first + count`, never itself. Time: for each entry of a row, the
   * entries of its column. Memory: 20 bytes a row for each thread; no matrix of rows by rows.
   */
  similarRows(problem: SimilarRowsProblem, similar: SimilarRows): void;
}
