// Every film's text as a vector, under a model version of its own, visible at once when all are there.
import { type Database, type ModelRow, modelsRepository, trainingDataRepository, vectorsRepository } from "@matinee/db";
import type { Embedder } from "@matinee/embeddings";
import type { WorkflowOptions } from "../workflow-options.ts";
import { embedderEngine } from "./embedder-engine.ts";
import { composeMovieText } from "./movie-text.ts";

/** Vectors have had one form so far. */
const vectorFormat = 1;

export interface EmbedOptions extends WorkflowOptions {
  /** Whether the new vectors are in use at once; they are when not named. */
  readonly promote?: boolean;
}

/** Embeds all films under a new version; vectors of the version before stay. */
export async function embedMovies(
  { kysely }: Database,
  embedder: Embedder,
  { onProgress, signal, promote = true }: EmbedOptions = {},
): Promise<ModelRow> {
  const startedAt = performance.now();
  const texts = await trainingDataRepository(kysely).listMovieTexts();
  const values = await embedder.embed(texts.map(composeMovieText), {
    onProgress: (done, total) => onProgress?.((0.8 * done) / total),
    ...(signal && { signal }),
  });
  const models = modelsRepository(kysely);
  const model = await models.create({
    engine: embedderEngine,
    fingerprint: embedder.hash,
    hyperparameters: { embedder: embedder.name, dimensions: embedder.dimensions },
    metrics: {},
    seed: 0,
    itemCount: texts.length,
    trainingSeconds: (performance.now() - startedAt) / 1000,
    formatVersion: vectorFormat,
  });
  const vectors = vectorsRepository(kysely);
  await vectors.createPartition(model.id);
  await vectors.write(
    model.id,
    Int32Array.from(texts, ({ movieId }) => movieId),
    values,
  );
  signal?.throwIfAborted();
  await vectors.attach(model.id);
  if (promote) await models.promote([model.id]);
  onProgress?.(1);
  return model;
}
