// The model registry and the vectors of movies.
import type { Generated, GeneratedAlways } from "kysely";
import type { CreatedAt, Json } from "./column-types.ts";

export type ModelStatus = "candidate" | "promoted" | "retired";

export interface ModelsTable {
  id: GeneratedAlways<number>;
  engine: string;
  version: number;
  status: Generated<ModelStatus>;
  /** Of the data it was fitted on. */
  fingerprint: string;
  hyperparameters: Json<Record<string, unknown>>;
  metrics: Json<Record<string, number>>;
  seed: number;
  itemCount: number;
  byteCount: Generated<number>;
  trainingSeconds: number;
  trainedAt: CreatedAt;
}

export interface ModelChunksTable {
  modelId: number;
  position: number;
  bytes: Uint8Array;
}

/** One list partition per model. */
export interface MovieVectorsTable {
  modelId: number;
  movieId: number;
  /** "[.1,.2,…]", 384 numbers. */
  vector: string;
}
