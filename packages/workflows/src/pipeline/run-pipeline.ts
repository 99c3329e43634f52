// From files to models in use: import → validate → features → train → evaluate → promote.
import { type Database, modelsRepository } from "@matinee/db";
import { type Embedder, type Embedders, type EmbeddersOptions, openEmbedders } from "@matinee/embeddings";
import type { EngineName } from "@matinee/engines";
import { embedderEngine } from "../embed/embedder-engine.ts";
import { evaluateStep } from "./evaluate.step.ts";
import { featuresStep } from "./features.step.ts";
import { type CatalogSource, importStep } from "./import.step.ts";
import { type PromoteOutput, promoteStep } from "./promote.step.ts";
import { type RecordOptions, recordPipeline } from "./record-pipeline.ts";
import { stepNames } from "./step.types.ts";
import { trainStep } from "./train.step.ts";
import { validateStep } from "./validate.step.ts";

export interface PipelineOptions extends Omit<RecordOptions, "options">, Partial<EmbeddersOptions> {
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

/**
 * Every step is recorded, and skipped where nothing it depends on has changed since it last succeeded. The embedder is
 * that of the vectors in use where it is at hand, else the distilled table, the only choice when none is named.
 */
export async function runPipeline(database: Database, options: PipelineOptions): Promise<PipelineResult> {
  const { source, engines, seed, threads, force, revision, from, choice = "distilled", modelsFolder } = options;
  const fits = { ...(threads !== undefined && { threads }) };
  // trained again where the training itself was asked for
  const takesFinished = from === undefined || stepNames.indexOf(from) > stepNames.indexOf("train");
  const embedders = await openEmbedders({ choice, modelsFolder });
  let result: PromoteOutput = { promoted: [], heldBack: [] };
  try {
    const runId = await recordPipeline(
      database,
      { ...options, options: { engines, seed, force, ...fits, ...(from && { from }) } },
      async (run) => {
        await run(importStep(database, source));
        await run(validateStep(database));
        const embedder = await openEmbedderInUse(database, embedders);
        const { embedderModelId } = await run(featuresStep(database, embedder));
        const training = { engines, seed, revision, embedderModelId, takesFinished, ...fits };
        const { modelIds } = await run(trainStep(database, training));
        const verdicts = await run(evaluateStep(database, { modelIds, embedderModelId, ...fits }));
        result = await run(promoteStep(database, { verdicts, embedderModelId, force }));
      },
    );
    return { runId, ...result };
  } finally {
    await embedders.close();
  }
}

async function openEmbedderInUse({ kysely }: Database, embedders: Embedders): Promise<Embedder> {
  const promoted = await modelsRepository(kysely).listPromoted();
  const vectors = promoted.find(({ engine }) => engine === embedderEngine);
  return (vectors && (await embedders.open(vectors.fingerprint))) ?? embedders.distilled;
}
