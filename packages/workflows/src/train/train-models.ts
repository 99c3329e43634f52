// Dataset file → child process → model file → registry → promotion, with a record of each run.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type CurvePoint, type Database, type ModelRow, modelsRepository, trainingRunsRepository } from "@matinee/db";
import type { EngineName, HyperparameterValue } from "@matinee/engines";
import { formatVersionOf } from "../registry/format-version.ts";
import { promoteModels } from "../registry/promote-models.ts";
import type { WorkflowOptions } from "../workflow-options.ts";
import { type DatasetFile, withDatasetFile } from "./dataset-file.ts";
import { findFinished } from "./find-finished.ts";
import type { FitResult, Measures } from "./fit.messages.ts";
import { fitInChild } from "./fit-in-child.ts";
import { orderByDuration, planFits } from "./plan-fits.ts";
import { recordTraining, silenceSeconds } from "./record-training.ts";
import { type FitContext, runFits } from "./run-fits.ts";

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
  /** "always" when not named. */
  readonly measures?: Measures;
  /** Takes candidates that were made of the same data with the same settings instead of training them again. */
  readonly takesFinished?: boolean;
  readonly pipelineRunId?: number;
}

/** Fits the engines, two at a time, registers the models and, when told, promotes them all in one transaction. */
export async function trainModels(database: Database, options: TrainOptions): Promise<ModelRow[]> {
  const trained = await withDatasetFile(database, options.embedderModelId, (file) => train(database, file, options));
  if (!options.promote) return trained;
  await promoteModels(
    database,
    trained.map(({ id }) => id),
  );
  return trained.map((model) => ({ ...model, status: "promoted" }));
}

async function train(database: Database, file: DatasetFile, options: TrainOptions): Promise<ModelRow[]> {
  const { engines, onProgress, signal, takesFinished = false } = options;
  await trainingRunsRepository(database.kysely).closeSilent(silenceSeconds);
  const known = await modelsRepository(database.kysely).list();
  const finished = takesFinished ? findFinished(known, file.fingerprint, options) : [];
  const missing = engines.filter((engine) => !finished.some((model) => model.engine === engine));
  if (missing.length === 0) return finished;
  const { fitsAtOnce, threads } = planFits(missing.length, options.threads);
  const trained = await runFits(
    orderByDuration(missing, known),
    { fitsAtOnce, onProgress, signal },
    (engine, context) => trainOne(database, engine, file, { ...options, threads }, context),
  );
  return [...finished, ...trained];
}

function trainOne(
  database: Database,
  engine: EngineName,
  { folder, path, fingerprint, itemCount }: DatasetFile,
  options: TrainOptions & { readonly threads: number },
  { signal, onProgress }: FitContext,
): Promise<ModelRow> {
  const { hyperparameters = {}, seed, threads, revision, measures = "always", pipelineRunId = null } = options;
  const run = { engine, hyperparameters, seed, threads, fingerprint, revision, pipelineRunId };
  return recordTraining(database, run, signal, async ({ runId, report }) => {
    const modelPath = join(folder, engine);
    const curve: CurvePoint[] = [];
    const result = await fitInChild(
      { datasetPath: path, engine, hyperparameters, seed, threads, modelPath, measures },
      {
        signal,
        onProgress(share) {
          report(share);
          onProgress(share);
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
