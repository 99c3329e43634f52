// What was done, when, with what and how it went: runs of the pipeline and of trainings.
import type { Generated, GeneratedAlways } from "kysely";
import type { CreatedAt, Json } from "./column-types.ts";

export type RunStatus = "running" | "succeeded" | "failed" | "cancelled";

/** Skipped: its inputs were those of the last time it succeeded. */
export type StepStatus = RunStatus | "skipped";

export interface TrainingRunsTable {
  id: GeneratedAlways<number>;
  /** The pipeline's run that it was a part of. */
  pipelineRunId: number | null;
  engine: string;
  status: Generated<RunStatus>;
  /** As asked for while it runs, all of them once it succeeded. */
  hyperparameters: Json<Record<string, number | string>>;
  seed: number;
  threads: number;
  /** Of the data it learns from. */
  fingerprint: string;
  /** Of the program: a git revision, else its version. */
  revision: string;
  /** Share done, 0 to 1. */
  progress: Generated<number>;
  metrics: Json<Record<string, number>>;
  modelId: number | null;
  error: string | null;
  startedAt: CreatedAt;
  /** The last sign of life. */
  heardAt: CreatedAt;
  finishedAt: Date | null;
}

export interface RunCurvesTable {
  runId: number;
  metric: string;
  /** 1 for the first. */
  epoch: number;
  value: number;
}

export interface PipelineRunsTable {
  id: GeneratedAlways<number>;
  status: Generated<RunStatus>;
  options: Json<Record<string, unknown>>;
  revision: string;
  error: string | null;
  startedAt: CreatedAt;
  heardAt: CreatedAt;
  finishedAt: Date | null;
}

export interface PipelineStepsTable {
  runId: number;
  position: number;
  name: string;
  status: StepStatus;
  /** What it depends on, by name: fingerprints and settings. */
  inputs: Json<Record<string, string>>;
  /** Of the inputs. */
  fingerprint: string;
  output: Json<unknown> | null;
  error: string | null;
  startedAt: CreatedAt;
  finishedAt: Date | null;
}
