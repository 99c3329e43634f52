// Brings a database to where every answer has its model: what is promoted and fits stays, the rest is made.
import { type Database, type ModelRow, modelsRepository } from "@matinee/db";
import { type Embedder, loadDistilledEmbedder } from "@matinee/embeddings";
import { EngineInputError, type EngineName, engines } from "@matinee/engines";
import { embedderEngine, embedMovies } from "../embed/embed-movies.ts";
import type { WorkflowOptions } from "../import/import-catalog.ts";
import { trainModels } from "./train-models.ts";

/** Share of the work that embedding is on a first start. */
const embeddingShare = 0.1;

/** Of every first training, so that two machines with the same data give the same answers. */
const firstSeed = 1;

/** The models it made; none when all were there and readable. New vectors mean new models. */
export async function ensureModels(database: Database, options: WorkflowOptions = {}): Promise<ModelRow[]> {
  const embedder = await loadDistilledEmbedder();
  try {
    return await ensureModelsOf(database, embedder, options);
  } finally {
    await embedder.close();
  }
}

async function ensureModelsOf(
  database: Database,
  embedder: Embedder,
  { onProgress, signal }: WorkflowOptions,
): Promise<ModelRow[]> {
  const promoted = await modelsRepository(database.kysely).listPromoted();
  const isCurrent = ({ engine, fingerprint }: ModelRow) => engine === embedderEngine && fingerprint === embedder.hash;
  const current = promoted.find(isCurrent);
  const stale = current ? await listStaleEngines(database, promoted) : engineNames;
  if (stale.length === 0) return [];
  const cancellable = signal ? { signal } : {};
  const reportEmbedding = (share: number) => onProgress?.(embeddingShare * share);
  const reportTraining = (share: number) => onProgress?.(embeddingShare + (1 - embeddingShare) * share);
  const vectors = current ?? (await embedMovies(database, embedder, { onProgress: reportEmbedding, ...cancellable }));
  return trainModels(database, {
    engines: stale,
    seed: firstSeed,
    embedderModelId: vectors.id,
    promote: true,
    onProgress: reportTraining,
    ...cancellable,
  });
}

const engineNames = Object.keys(engines) as EngineName[];

/** Engines without a promoted model, or with one that an earlier release wrote in another form. */
async function listStaleEngines({ kysely }: Database, promoted: readonly ModelRow[]): Promise<EngineName[]> {
  const models = modelsRepository(kysely);
  const stale: EngineName[] = [];
  for (const name of engineNames) {
    const model = promoted.find(({ engine }) => engine === name);
    if (!model || !canLoad(name, await models.readBytes(model.id))) stale.push(name);
  }
  return stale;
}

function canLoad(name: EngineName, bytes: Uint8Array): boolean {
  try {
    engines[name].load(bytes);
    return true;
  } catch (error) {
    if (error instanceof EngineInputError) return false;
    throw error;
  }
}
