// From files to models in use: import → validate → features → train → evaluate → promote.
import type { Database } from "@matinee/db";
import { loadDistilledEmbedder } from "@matinee/embeddings";
import type { EngineName } from "@matinee/engines";
import { evaluateStep } from "./evaluate.step.ts";
import { featuresStep } from "./features.step.ts";
import { type CatalogSource, importStep } from "./import.step.ts";
import { type PromoteOutput, promoteStep } from "./promote.step.ts";
import { type RecordOptions, recordPipeline } from "./record-pipeline.ts";
import { stepNames } from "./step.types.ts";
import { trainStep } from "./train.step.ts";
import { validateStep } from "./validate.step.ts";

export interface PipelineOptions extends Omit<RecordOptions, "options"> {
  /** Absent: what the database holds. */
  readonly source?: CatalogSource;
  readonly engines: readonly EngineName[];
  readonly seed: number;
  /** Of each fit; as many as there are cores to spare when not named. */
  readonly threads?: number;
  /** Promotes also what the evaluation objects to. */
  readonly force: boolean;
}

export interface PipelineResult extends PromoteOutput {
  readonly runId: number;
}

/** Every step is recorded, and skipped where nothing it depends on has changed since it last succeeded. */
export async function runPipeline(database: Database, options: PipelineOptions): Promise<PipelineResult> {
  const { source, engines, seed, threads, force, revision, from } = options;
  const fits = { ...(threads !== undefined && { threads }) };
  // trained again where the training itself was asked for
  const takesFinished = from === undefined || stepNames.indexOf(from) > stepNames.indexOf("train");
  const embedder = await loadDistilledEmbedder();
  let result: PromoteOutput = { promoted: [], heldBack: [] };
  try {
    const runId = await recordPipeline(
      database,
      { ...options, options: { engines, seed, force, ...fits, ...(from && { from }) } },
      async (run) => {
        await run(importStep(database, source));
        await run(validateStep(database));
        const { embedderModelId } = await run(featuresStep(database, embedder));
        const training = { engines, seed, revision, embedderModelId, takesFinished, ...fits };
        const { modelIds } = await run(trainStep(database, training));
        const verdicts = await run(evaluateStep(database, { modelIds, embedderModelId, ...fits }));
        result = await run(promoteStep(database, { verdicts, embedderModelId, force }));
      },
    );
    return { runId, ...result };
  } finally {
    await embedder.close();
  }
}
