// What the fitting process is told and what it tells: the one seam between the two processes.
import type { EngineName, HyperparameterValue, TrainingEpoch } from "@matinee/engines";

/**
 * Whether the engine is judged on held-out ratings, which takes a second fit. "if-quick": only where the fit on all
 * ratings took under five CPU seconds, for a start that people wait for.
 */
export type Measures = "always" | "if-quick" | "never";

/** The job, as JSON in the child's first argument. */
export interface FitJob {
  readonly datasetPath: string;
  readonly engine: EngineName;
  readonly hyperparameters: Readonly<Record<string, HyperparameterValue>>;
  readonly seed: number;
  readonly threads: number;
  /** Where the model goes that is fitted on all ratings; null to fit none. */
  readonly modelPath: string | null;
  readonly measures: Measures;
}

export interface FitResult {
  readonly trainingSeconds: number;
  /** Every hyperparameter as used, defaults included. */
  readonly hyperparameters: Readonly<Record<string, HyperparameterValue>>;
  /** Empty where nothing was measured. */
  readonly metrics: Readonly<Record<string, number>>;
}

export type FitMessage =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "epoch"; readonly epoch: TrainingEpoch }
  | { readonly type: "fitted"; readonly result: FitResult }
  | { readonly type: "failed"; readonly message: string };
