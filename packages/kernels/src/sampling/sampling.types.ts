import type { Matrix, SparseRows } from "../memory/memory.types.ts";

/**
 * One side of a factorization of ratings: score = offset + a[0] + b[0] + Σ a[d]·b[d] for d ≥ 1, where a and b are the
 * vectors of the two sides and column 0 is the bias. A row's vector is normal around what the row's features predict:
 * vector = own + predicted, own ~ N(0, 1/precisions) in each column.
 */
export interface SampledRows {
  /** vector, one row each. */
  readonly vectors: Matrix;
  /** own = vector − what is predicted. */
  readonly own: Matrix;
  /** One per column. */
  readonly precisions: Float32Array;
}

export interface RowDraw {
  /** The entries of each row, and which columns they belong to. */
  readonly rows: SparseRows;
  /** Where each entry's value lies in `values`. */
  readonly order: Int32Array;
  readonly values: Float32Array;
  readonly offset: number;
  /** The noise of an entry has precision rowPrecisions[row] · columnPrecisions[column]. */
  readonly rowPrecisions: Float32Array;
  readonly columnPrecisions: Float32Array;
  /** The other side's vectors, one row for each column. */
  readonly fixed: Matrix;
  readonly drawn: SampledRows;
  /** Of the chance: a whole number from 0 to 2³² − 1. */
  readonly key: number;
}

/** Features that predict the rows' vectors: predicted = Σ scales[row] · (vectors of the row's features). */
export interface FeatureDraw {
  /** For each feature, the rows that have it. */
  readonly features: SparseRows;
  /** One per row. */
  readonly scales: Float32Array;
  /** Its `own` is what the features leave over, and changes with them. */
  readonly rows: SampledRows;
  /** One vector per feature, normal around `means` with `precisions`, one of each per column. */
  readonly vectors: Matrix;
  readonly means: Float32Array;
  readonly precisions: Float32Array;
  readonly key: number;
}

export interface ScoreRows {
  readonly rows: SparseRows;
  /** One per entry, in the order of the rows. */
  readonly values: Float32Array;
  readonly offset: number;
  readonly left: Matrix;
  readonly right: Matrix;
  /** One per entry, written. */
  readonly scores: Float32Array;
  /** Σ (value − score) of each row, written. */
  readonly sums: Float32Array;
  /** Σ (value − score)² of each row, written. */
  readonly squares: Float32Array;
}

export interface LatentDraw {
  readonly scores: Float32Array;
  /** 0 to K − 1, one per entry. */
  readonly levels: Int32Array;
  /** K + 1, ascending; the first and the last so far out that nothing lies beyond. */
  readonly cuts: Float64Array;
  /** One per entry, written. */
  readonly latents: Float32Array;
  readonly key: number;
}

/**
 * What the log-likelihood Σ log(Φ(cuts[l + 1] − score) − Φ(cuts[l] − score)) tells of the cuts: its gradient, and the
 * negative of its Hessian, which has entries on the diagonal and beside it only.
 */
export interface CutStatistics {
  readonly gradient: Float64Array;
  readonly diagonal: Float64Array;
  /** beside[k] stands at (k, k + 1). */
  readonly beside: Float64Array;
}

/** Steps of Gibbs sampling. Chance is a function of key and position: equal keys give equal draws on any number of threads. */
export interface SamplingKernels {
  /**
   * Draws each row's vector given the other side's (Salakhutdinov and Mnih 2008): normal with precision
   * A = diag(precisions) + Σ w·xxᵀ and mean A⁻¹(precisions∘predicted + Σ w·x·(value − offset − bias of the column)),
   * x the column's vector with 1 for its bias.
   */
  drawRows(draw: RowDraw): void;
  /**
   * Draws each feature's vector given the rows' (the linear model of Simm et al., "Macau", 2015), one feature after the
   * other. The columns are independent of each other, so that threads share them.
   */
  drawFeatures(draw: FeatureDraw): void;
  scoreRows(given: ScoreRows): void;
  /** Draws z ~ N(score, 1) within its level's cuts for each entry (Albert and Chib 1993). */
  drawLatents(draw: LatentDraw): CutStatistics;
}
