import type { ModelStatus } from "../tables/model.tables.ts";

export interface NewModel {
  readonly engine: string;
  /** Of the data it was fitted on. */
  readonly fingerprint: string;
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly itemCount: number;
  readonly trainingSeconds: number;
  /** Of the layout of its bytes. */
  readonly formatVersion: number;
}

export interface ModelRow extends NewModel {
  readonly id: number;
  /** Counts up from 1 for each engine. */
  readonly version: number;
  readonly status: ModelStatus;
  readonly byteCount: number;
  readonly trainedAt: Date;
  /** When its bytes and vectors were given up; null while they are there. */
  readonly prunedAt: Date | null;
}

export interface Rollback {
  readonly from: ModelRow;
  readonly to: ModelRow;
}
