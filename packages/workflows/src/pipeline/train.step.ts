import { type Database, modelsRepository, trainingDataRepository } from "@matinee/db";
import type { EngineName } from "@matinee/engines";
import { formatVersionOf } from "../registry/format-version.ts";
import { trainModels } from "../train/train-models.ts";
import type { PipelineStep } from "./step.types.ts";

export interface TrainStepOptions {
  readonly engines: readonly EngineName[];
  readonly seed: number;
  readonly threads?: number;
  readonly revision: string;
  readonly embedderModelId: number;
  /** Whether models of an earlier run that did not get to its end are taken as they are. */
  readonly takesFinished: boolean;
}

interface TrainOutput {
  readonly modelIds: readonly number[];
}

/** Candidates of all engines, fitted on all ratings; judging them is the next step. */
export function trainStep(database: Database, options: TrainStepOptions): PipelineStep<TrainOutput> {
  const { engines, seed, embedderModelId } = options;
  return {
    name: "train",
    async inputs() {
      const data = await trainingDataRepository(database.kysely).readFingerprints();
      const wanted = engines.map((engine) => `${engine} in format ${formatVersionOf(engine)}`).sort();
      return { ...data, vectors: `model ${embedderModelId}`, engines: wanted.join(", "), seed: String(seed) };
    },
    async isThere({ modelIds }) {
      const models = await modelsRepository(database.kysely).list();
      return modelIds.every((wanted) => models.some(({ id, prunedAt }) => id === wanted && prunedAt === null));
    },
    async run({ runId, onProgress, signal }) {
      const models = await trainModels(database, {
        ...options,
        promote: false,
        measures: "never",
        pipelineRunId: runId,
        onProgress,
        ...(signal && { signal }),
      });
      return { modelIds: models.map(({ id }) => id) };
    },
  };
}
