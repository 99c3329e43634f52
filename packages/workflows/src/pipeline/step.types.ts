// One step of the pipeline, as the recorder runs it.

export const stepNames = ["import", "validate", "features", "train", "evaluate", "promote"] as const;
export type StepName = (typeof stepNames)[number];

export interface StepContext {
  readonly runId: number;
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** The output is recorded as JSON, and given to later steps as it was read from there when this one is skipped. */
export interface PipelineStep<Output> {
  readonly name: StepName;
  /** All that the outcome depends on, by name: fingerprints and settings. Unchanged inputs mean nothing to do. */
  inputs(): Promise<Readonly<Record<string, string>>>;
  /** Whether what an earlier run made is still there; it is when this is not named. */
  isThere?(output: Output): Promise<boolean>;
  run(context: StepContext): Promise<Output>;
}
