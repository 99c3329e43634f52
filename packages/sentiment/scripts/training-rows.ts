/** Texts as the solver sees them. */
export interface TrainingRows {
  /** Distinct buckets of each text. */
  readonly rows: readonly Uint32Array[];
  /** 1 or 0 for each text. */
  readonly positive: Uint8Array;
  /** What a mistake on the text costs. */
  readonly costs: Float64Array;
  /** How often the text counts in the log-count ratios. */
  readonly countWeights: Float64Array;
}
