// Dataset file → child process → model file → registry → promotion, with a record of each run.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { type CurvePoint, type Database, type ModelRow, modelsRepository, trainingRunsRepository } from "@matinee/db";
import type { EngineName, HyperparameterValue } from "@matinee/engines";
import type { WorkflowOptions } from "../import/import-catalog.ts";
import { formatVersionOf } from "../registry/format-version.ts";
import { promoteModels } from "../registry/promote-models.ts";
import type { FitResult } from "./fit.messages.ts";
import { fitInChild } from "./fit-in-child.ts";
import { orderByDuration, planFits } from "./plan-fits.ts";
import { recordTraining, silenceSeconds } from "./record-training.ts";
import { readTrainingDataset } from "./training-dataset.ts";

export interface TrainOptions extends WorkflowOptions {
  readonly engines: readonly EngineName[];
  /** Of every engine named; those not given keep their defaults. */
  readonly hyperparameters?: Readonly<Record<string, HyperparameterValue>>;
  readonly seed: number;
  /** The model of the embedder whose vectors the engines may use. */
  readonly embedderModelId: number;
  /** Of the program, for the record: a git revision, else its version. */
  readonly revision: string;
  readonly promote: boolean;
  /** Of each fit; as many as there are cores to spare when not named. */
  readonly threads?: number;
  /** Whether each engine is also judged on held-out ratings; it is when not named. */
  readonly measures?: boolean;
  readonly pipelineRunId?: number;
}

interface PreparedData {
  readonly folder: string;
  readonly datasetPath: string;
  readonly fingerprint: string;
  readonly itemCount: number;
}

/** Fits the engines, two at a time, registers the models and, when told, promotes them all in one transaction. */
export async function trainModels(database: Database, options: TrainOptions): Promise<ModelRow[]> {
  const { engines, promote, onProgress, signal } = options;
  const plan = planFits(engines.length, options.threads);
  const failure = new AbortController();
  const ending = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  const shares = new Map(engines.map((engine) => [engine, 0]));
  const models: ModelRow[] = [];
  await trainingRunsRepository(database.kysely).closeSilent(silenceSeconds);
  const waiting = orderByDuration(engines, await modelsRepository(database.kysely).list()).values();
  const data = await prepareData(database, options.embedderModelId);

  const trainWaiting = async () => {
    for (const engine of waiting) {
      const reportShare = (share: number) => {
        shares.set(engine, share);
        onProgress?.([...shares.values()].reduce((sum, each) => sum + each) / engines.length);
      };
      models.push(await trainOne(database, engine, data, { ...options, ...plan, onProgress: reportShare }, ending));
      reportShare(1);
    }
  };

  try {
    const workers = Array.from({ length: plan.fitsAtOnce }, trainWaiting);
    const end = (reason: unknown) => failure.abort(reason);
    for (const worker of workers) worker.catch(end);
    await Promise.allSettled(workers);
    ending.throwIfAborted();
  } finally {
    await rm(data.folder, { recursive: true, force: true });
  }
  if (!promote) return models;
  const ids = models.map(({ id }) => id);
  await promoteModels(database, ids);
  return models.map((model) => ({ ...model, status: "promoted" }));
}

/** The dataset as a file: this process need not hold it while others train. */
async function prepareData(database: Database, embedderModelId: number): Promise<PreparedData> {
  const { dataset, fingerprint } = await readTrainingDataset(database, embedderModelId);
  const folder = await mkdtemp(join(tmpdir(), "matinee-train-"));
  const datasetPath = join(folder, "dataset");
  try {
    await writeFile(datasetPath, serialize(dataset));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { folder, datasetPath, fingerprint, itemCount: dataset.itemCount };
}

function trainOne(
  database: Database,
  engine: EngineName,
  { folder, datasetPath, fingerprint, itemCount }: PreparedData,
  options: TrainOptions & { readonly threads: number },
  signal: AbortSignal,
): Promise<ModelRow> {
  const { hyperparameters = {}, seed, threads, revision, measures = true, pipelineRunId = null, onProgress } = options;
  const run = { engine, hyperparameters, seed, threads, fingerprint, revision, pipelineRunId };
  return recordTraining(database, run, signal, async ({ runId, report }) => {
    const modelPath = join(folder, engine);
    const curve: CurvePoint[] = [];
    const result = await fitInChild(
      { datasetPath, engine, hyperparameters, seed, threads, modelPath, measures },
      {
        signal,
        onProgress(share) {
          report(share);
          onProgress?.(share);
        },
        onEpoch({ epoch, ...values }) {
          for (const [metric, value] of Object.entries(values)) curve.push({ metric, epoch, value });
        },
      },
    );
    const identity = { engine, fingerprint, seed, itemCount, formatVersion: formatVersionOf(engine) };
    const bytes = await readFile(modelPath);
    await rm(modelPath);
    return registerModel(database, { runId, curve, identity, result, bytes });
  });
}

interface TrainedModel {
  readonly runId: number;
  readonly curve: readonly CurvePoint[];
  readonly identity: Pick<ModelRow, "engine" | "fingerprint" | "seed" | "itemCount" | "formatVersion">;
  readonly result: FitResult;
  readonly bytes: Uint8Array;
}

/** Model, bytes and the run's success: all or nothing. */
function registerModel(database: Database, { runId, curve, identity, result, bytes }: TrainedModel): Promise<ModelRow> {
  return database.transaction(
    async (transaction) => {
      const models = modelsRepository(transaction);
      const model = await models.create({ ...identity, ...result });
      await models.writeBytes(model.id, bytes);
      const { hyperparameters, metrics } = result;
      await trainingRunsRepository(transaction).succeed(runId, { modelId: model.id, hyperparameters, metrics, curve });
      return { ...model, byteCount: bytes.length };
    },
    { timeoutMs: null },
  );
}
