// Dataset file → child process → model file → registry → promotion.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
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

/** Each holds the dataset once: more would cost memory where the data is large. */
const fitsAtOnce = Math.min(2, availableParallelism());

/** Fits the engines, two at a time, registers the models and, when told, promotes them all in one transaction. */
export async function trainModels(database: Database, options: TrainOptions): Promise<ModelRow[]> {
  const { engines, seed, embedderModelId, promote, onProgress, signal } = options;
  const { dataset, fingerprint } = await readTrainingDataset(database, embedderModelId);
  const folder = await mkdtemp(join(tmpdir(), "matinee-train-"));
  const failure = new AbortController();
  const ending = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  const shares = new Map(engines.map((engine) => [engine, 0]));
  const models: ModelRow[] = [];

  async function train(engine: EngineName, datasetPath: string): Promise<void> {
    const modelPath = join(folder, engine);
    const reportShare = (share: number) => {
      shares.set(engine, share);
      onProgress?.([...shares.values()].reduce((sum, each) => sum + each) / engines.length);
    };
    const result = await fitInChild(
      { datasetPath, modelPath, engine, hyperparameters: {}, seed },
      { onProgress: reportShare, signal: ending },
    );
    const identity = { engine, fingerprint, seed, itemCount: dataset.itemCount };
    models.push(await registerModel(database, identity, result, await readFile(modelPath)));
    reportShare(1);
  }

  try {
    const datasetPath = join(folder, "dataset");
    await writeFile(datasetPath, serialize(dataset));
    const waiting = engines.values();
    const trainWaiting = async () => {
      for (const engine of waiting) await train(engine, datasetPath);
    };
    const workers = Array.from({ length: fitsAtOnce }, trainWaiting);
    const end = (reason: unknown) => failure.abort(reason);
    for (const worker of workers) worker.catch(end);
    await Promise.allSettled(workers);
    ending.throwIfAborted();
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
