// What the fitting process is told and what it tells: the one seam between the two processes.
import type { EngineName } from "@matinee/engines";

/** The job, as JSON in the child's first argument. */
export interface FitJob {
  readonly datasetPath: string;
  readonly modelPath: string;
  readonly engine: EngineName;
  readonly hyperparameters: Readonly<Record<string, number>>;
  readonly seed: number;
}

export interface FitResult {
  readonly trainingSeconds: number;
  /** Every hyperparameter as used, defaults included. */
  readonly hyperparameters: Readonly<Record<string, number>>;
  readonly metrics: Readonly<Record<string, number>>;
}

export type FitMessage =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "fitted"; readonly result: FitResult }
  | { readonly type: "failed"; readonly message: string };
