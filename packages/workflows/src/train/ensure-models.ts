// Brings a database to where every answer has its model: what is promoted stays, what is missing is made.
import { type Database, type ModelRow, modelsRepository } from "@matinee/db";
import { loadDistilledEmbedder } from "@matinee/embeddings";
import { type EngineName, engines } from "@matinee/engines";
import { embedderEngine, embedMovies } from "../embed/embed-movies.ts";
import type { WorkflowOptions } from "../import/import-catalog.ts";
import { trainModels } from "./train-models.ts";

/** Share of the work that embedding is on a first start. */
const embeddingShare = 0.1;

/** Of every first training, so that two machines with the same data give the same answers. */
const firstSeed = 1;

async function embedWithDistilledTable(database: Database, options: WorkflowOptions): Promise<ModelRow> {
  const embedder = await loadDistilledEmbedder();
  try {
    return await embedMovies(database, embedder, options);
  } finally {
    await embedder.close();
  }
}

/** The models it made; none when all were there. */
export async function ensureModels(
  database: Database,
  { onProgress, signal }: WorkflowOptions = {},
): Promise<ModelRow[]> {
  const promoted = await modelsRepository(database.kysely).listPromoted();
  const missing = (Object.keys(engines) as EngineName[]).filter(
    (name) => !promoted.some(({ engine }) => engine === name),
  );
  const embedder =
    promoted.find(({ engine }) => engine === embedderEngine) ??
    (await embedWithDistilledTable(database, {
      onProgress: (share) => onProgress?.(embeddingShare * share),
      ...(signal && { signal }),
    }));
  if (missing.length === 0) return [];
  return trainModels(database, {
    engines: missing,
    seed: firstSeed,
    embedderModelId: embedder.id,
    promote: true,
    onProgress: (share) => onProgress?.(embeddingShare + (1 - embeddingShare) * share),
    ...(signal && { signal }),
  });
}
