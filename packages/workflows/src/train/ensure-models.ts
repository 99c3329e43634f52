// Brings a database to where every answer has its model: what is promoted and fits stays, the rest is made.
import { type Database, type ModelRow, modelsRepository, totalsRepository } from "@matinee/db";
import { type Embedders, type EmbeddersOptions, openEmbedders } from "@matinee/embeddings";
import { type EngineName, getEngine } from "@matinee/engines";
import { embedMovies } from "../embed/embed-movies.ts";
import { embedderEngine } from "../embed/embedder-engine.ts";
import { formatVersionOf, isEngineName } from "../registry/format-version.ts";
import { ensureViewerVectors } from "../taste/make-viewer-vectors.ts";
import type { WorkflowOptions } from "../workflow-options.ts";
import { defaultEngines } from "./default-engines.ts";
import { trainModels } from "./train-models.ts";

/** Share of the work that embedding is on a first start. */
const embeddingShare = 0.1;

/** Of every first training, so that two machines with the same data give the same answers. */
const firstSeed = 1;

export interface EnsureOptions extends WorkflowOptions, Partial<EmbeddersOptions> {
  /** Of the program, for the record: a git revision, else its version. */
  readonly revision: string;
}

/**
 * The models it made; none when all were there and of this release. New vectors mean new models.
 * Vectors in use stay where their embedder is at hand; others, and the first, come from the distilled table, which is the
 * only choice when none is named.
 */
export async function ensureModels(
  database: Database,
  { choice = "distilled", modelsFolder, ...options }: EnsureOptions,
): Promise<ModelRow[]> {
  const embedders = await openEmbedders({ choice, modelsFolder });
  try {
    const made = await ensureModelsOf(database, embedders, options);
    await ensureViewerVectors(database, options.signal);
    return made;
  } finally {
    await embedders.close();
  }
}

async function ensureModelsOf(
  database: Database,
  embedders: Embedders,
  { onProgress, signal, revision }: EnsureOptions,
): Promise<ModelRow[]> {
  const promoted = await modelsRepository(database.kysely).listPromoted();
  const inUse = promoted.find(({ engine }) => engine === embedderEngine);
  const current = inUse && (await embedders.has(inUse.fingerprint)) ? inUse : undefined;
  const wanted = await listFittingEngines(database, promoted);
  const stale = current ? wanted.filter((engine) => !promoted.some((model) => isReadable(model, engine))) : wanted;
  if (stale.length === 0) return [];
  const cancellable = signal ? { signal } : {};
  const reportEmbedding = (share: number) => onProgress?.(embeddingShare * share);
  const reportTraining = (share: number) => onProgress?.(embeddingShare + (1 - embeddingShare) * share);
  const embedding = { onProgress: reportEmbedding, ...cancellable };
  const vectors = current ?? (await embedMovies(database, embedders.distilled, embedding));
  return trainModels(database, {
    engines: stale,
    seed: firstSeed,
    embedderModelId: vectors.id,
    revision,
    promote: true,
    measures: "if-quick",
    onProgress: reportTraining,
    ...cancellable,
  });
}

/** The default set and what was promoted besides; of a catalog that nobody has rated, those that do without ratings. */
async function listFittingEngines({ kysely }: Database, promoted: readonly ModelRow[]): Promise<EngineName[]> {
  const served = new Set([...defaultEngines, ...promoted.map(({ engine }) => engine).filter(isEngineName)]);
  const { ratingCount } = await totalsRepository(kysely).globalMean();
  return [...served].filter((engine) => ratingCount > 0 || getEngine(engine).fitsWithoutRatings);
}

/** An earlier release may have written another layout. */
function isReadable({ engine, formatVersion, byteCount }: ModelRow, wanted: EngineName): boolean {
  return engine === wanted && formatVersion === formatVersionOf(wanted) && byteCount > 0;
}
