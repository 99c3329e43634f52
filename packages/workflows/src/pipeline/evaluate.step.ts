import { type Database, modelsRepository } from "@matinee/db";
import { measureModels } from "../train/measure-models.ts";
import { compareModels, type Verdict } from "./compare-models.ts";
import type { PipelineStep } from "./step.types.ts";

export interface EvaluateStepOptions {
  readonly modelIds: readonly number[];
  readonly embedderModelId: number;
  readonly threads?: number;
}

/** Judges the candidates on held-out ratings and compares each with the engine's model in use. */
export function evaluateStep(database: Database, options: EvaluateStepOptions): PipelineStep<readonly Verdict[]> {
  const { modelIds } = options;
  return {
    name: "evaluate",
    inputs: async () => ({ models: modelIds.toSorted((a, b) => a - b).join(", ") }),
    async run({ onProgress, signal }) {
      const models = await modelsRepository(database.kysely).list();
      const candidates = models.filter(({ id }) => modelIds.includes(id));
      const measured = await measureModels(database, candidates, { ...options, onProgress, ...(signal && { signal }) });
      const promoted = models.filter(({ status }) => status === "promoted");
      return measured.map((candidate) =>
        compareModels(
          candidate,
          promoted.find(({ engine }) => engine === candidate.engine),
        ),
      );
    },
  };
}
