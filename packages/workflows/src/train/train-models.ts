// Dataset file → child process → model file → registry → promotion.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { type Database, type ModelRow, modelsRepository } from "@matinee/db";
import type { EngineName } from "@matinee/engines";
import type { WorkflowOptions } from "../import/import-catalog.ts";
import type { FitResult } from "./fit.messages.ts";
import { fitInChild } from "./fit-in-child.ts";
import { readTrainingDataset } from "./training-dataset.ts";

export interface TrainOptions extends WorkflowOptions {
  readonly engines: readonly EngineName[];
  readonly seed: number;
  /** The promoted embedder's model, whose vectors the engines may use. */
  readonly embedderModelId: number;
  readonly promote: boolean;
}

/** Fits the engines one after the other, registers the models and, when told, promotes them all in one transaction. */
export async function trainModels(database: Database, options: TrainOptions): Promise<ModelRow[]> {
  const { engines, seed, embedderModelId, promote, onProgress, signal } = options;
  const { dataset, fingerprint } = await readTrainingDataset(database, embedderModelId);
  const folder = await mkdtemp(join(tmpdir(), "matinee-train-"));
  try {
    const datasetPath = join(folder, "dataset");
    await writeFile(datasetPath, serialize(dataset));
    const models: ModelRow[] = [];
    for (const [position, engine] of engines.entries()) {
      const modelPath = join(folder, engine);
      const result = await fitInChild(
        { datasetPath, modelPath, engine, hyperparameters: {}, seed },
        { onProgress: (share) => onProgress?.((position + share) / engines.length), ...(signal && { signal }) },
      );
      const bytes = await readFile(modelPath);
      models.push(
        await registerModel(database, { engine, fingerprint, seed, itemCount: dataset.itemCount }, result, bytes),
      );
    }
    if (promote) await modelsRepository(database.kysely).promote(models.map(({ id }) => id));
    return models;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type ModelIdentity = Pick<ModelRow, "engine" | "fingerprint" | "seed" | "itemCount">;

function registerModel(
  database: Database,
  identity: ModelIdentity,
  result: FitResult,
  bytes: Uint8Array,
): Promise<ModelRow> {
  return database.transaction(
    async (transaction) => {
      const models = modelsRepository(transaction);
      const model = await models.create({ ...identity, ...result });
      await models.writeBytes(model.id, bytes);
      return { ...model, byteCount: bytes.length };
    },
    { timeoutMs: null },
  );
}
