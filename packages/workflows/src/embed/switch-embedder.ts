// Another embedder's vectors, and what learns from them, beside those in use; then all of it in use at once.
import { type Database, type ModelRow, modelsRepository } from "@matinee/db";
import type { Embedder } from "@matinee/embeddings";
import { type EngineName, getEngine, type HyperparameterValue } from "@matinee/engines";
import { isEngineName } from "../registry/format-version.ts";
import { promoteModels } from "../registry/promote-models.ts";
import { trainModels } from "../train/train-models.ts";
import type { WorkflowOptions } from "../workflow-options.ts";
import { embedMovies } from "./embed-movies.ts";

/** Share of the work that embedding is. */
const embeddingShare = 0.95;

export interface SwitchOptions extends WorkflowOptions {
  /** Of the program, for the record: a git revision, else its version. */
  readonly revision: string;
}

/**
 * Embeds all films, trains again the promoted engines that learn from vectors, with the settings they have, and promotes
 * all in one transaction: who reads sees the old vectors and models or the new ones. Broken off, it leaves what is in use
 * as it was; the next call takes over vectors and models that were finished.
 */
export async function switchEmbedder(
  database: Database,
  embedder: Embedder,
  { revision, onProgress, signal }: SwitchOptions,
): Promise<ModelRow> {
  const cancellable = signal ? { signal } : {};
  const vectors = await embedMovies(database, embedder, {
    promote: false,
    takesFinished: true,
    onProgress: (share) => onProgress?.(embeddingShare * share),
    ...cancellable,
  });
  const learners = (await modelsRepository(database.kysely).listPromoted()).filter(({ engine }) =>
    needsVectors(engine),
  );
  const ids = [vectors.id];
  for (const { engine, hyperparameters, seed } of learners) {
    const [model] = await trainModels(database, {
      engines: [engine as EngineName],
      hyperparameters: hyperparameters as Record<string, HyperparameterValue>,
      seed,
      embedderModelId: vectors.id,
      revision,
      promote: false,
      measures: "if-quick",
      takesFinished: true,
      ...cancellable,
    });
    ids.push(model!.id);
  }
  signal?.throwIfAborted();
  await promoteModels(database, ids);
  onProgress?.(1);
  return { ...vectors, status: "promoted" };
}

function needsVectors(engine: string): boolean {
  return isEngineName(engine) && (getEngine(engine).needs?.includes("itemVectors") ?? false);
}
