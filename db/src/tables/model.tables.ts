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
  /** Of the layout of its bytes: a release reads only the one it writes. */
  formatVersion: number;
  /** When its bytes and vectors were given up; null while they are there. */
  prunedAt: Date | null;
}

/** The promotions of each engine's models form a stack: a rollback withdraws the top one. */
export interface ModelPromotionsTable {
  id: GeneratedAlways<number>;
  modelId: number;
  promotedAt: CreatedAt;
  withdrawnAt: Date | null;
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

/** One list partition per model. */
export interface ViewerVectorsTable {
  modelId: number;
  viewerId: number;
  /** The viewer's recommendationsVersion that it was made of: a smaller one than now is stale. */
  viewerVersion: number;
  /** Whether others may be told of this viewer's likes. */
  isNeighbor: boolean;
  /** Of length 1, 384 numbers; null where nothing that was rated has a text. */
  vector: string | null;
}

/** One list partition per promoted model that has them; all factors of a partition have the same dimensions. */
export interface ItemFactorsTable {
  modelId: number;
  movieId: number;
  factors: string;
}
