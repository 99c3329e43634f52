// Judges registered models on held-out ratings, each in a child process.
import { type Database, type ModelRow, modelsRepository, trainingRunsRepository } from "@matinee/db";
import { getEngine } from "@matinee/engines";
import type { WorkflowOptions } from "../workflow-options.ts";
import { withDatasetFile } from "./dataset-file.ts";
import type { FitJob } from "./fit.messages.ts";
import { fitInChild } from "./fit-in-child.ts";
import { planFits } from "./plan-fits.ts";
import { type FitContext, runFits } from "./run-fits.ts";

export interface MeasureOptions extends WorkflowOptions {
  readonly embedderModelId: number;
  readonly threads?: number;
}

/** Adds metrics, as `trainModels` does, to the models that have none; returns all of them with their metrics. */
export async function measureModels(
  database: Database,
  models: readonly ModelRow[],
  options: MeasureOptions,
): Promise<ModelRow[]> {
  const unmeasured = models.filter(({ metrics }) => Object.keys(metrics).length === 0);
  if (unmeasured.length === 0) return [...models];
  const measured = await withDatasetFile(database, options.embedderModelId, ({ path }) => {
    const { fitsAtOnce, threads } = planFits(unmeasured.length, options.threads);
    return runFits(unmeasured, { ...options, fitsAtOnce }, (model, context) =>
      measure(database, model, { datasetPath: path, threads }, context),
    );
  });
  return models.map((model) => measured.find(({ id }) => id === model.id) ?? model);
}

async function measure(
  database: Database,
  model: ModelRow,
  fit: { readonly datasetPath: string; readonly threads: number },
  context: FitContext,
): Promise<ModelRow> {
  const { name: engine } = getEngine(model.engine);
  const { seed } = model;
  const hyperparameters = model.hyperparameters as FitJob["hyperparameters"];
  const { metrics } = await fitInChild(
    { ...fit, engine, hyperparameters, seed, modelPath: null, measures: "always" },
    context,
  );
  await database.transaction(async (transaction) => {
    await modelsRepository(transaction).setMetrics(model.id, metrics);
    await trainingRunsRepository(transaction).setMetrics(model.id, metrics);
  });
  return { ...model, metrics };
}
