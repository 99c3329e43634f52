// The vectors of all viewers under one embedder's model, made beside those in use.
import {
  type Database,
  type MakeVector,
  type MovieVectors,
  vectorsRepository,
  viewerVectorsRepository,
} from "@matinee/db";
import { type TextVectors, tasteVector } from "@matinee/engines";
import { findVectorsInUse } from "./vectors-in-use.ts";

/**
 * Makes the vectors of all viewers, which `viewerVectorsRepository().finish` then puts in use. In pages of viewers: memory
 * holds the films' vectors and one page, however many viewers there are.
 */
export async function makeViewerVectors({ kysely }: Database, modelId: number, signal?: AbortSignal): Promise<void> {
  const vectors = vectorsRepository(kysely);
  const films = await vectors.readAll(modelId);
  const makeVector = vectorMaker(films, { values: films.values, centroid: await vectors.readCentroid(modelId) });
  const viewerVectors = viewerVectorsRepository(kysely);
  await viewerVectors.begin(modelId);
  let after: number | null = 0;
  while (after !== null) {
    signal?.throwIfAborted();
    after = await viewerVectors.fillPage(modelId, after, makeVector);
  }
  await viewerVectors.createIndex(modelId);
}

/**
 * Makes the vectors of all viewers anew under the embedder in use and puts them in use: after ratings came in otherwise
 * than one by one. Does nothing while no embedder is in use.
 */
export async function renewViewerVectors(database: Database, signal?: AbortSignal): Promise<void> {
  const model = await findVectorsInUse(database);
  if (!model) return;
  await makeViewerVectors(database, model.id, signal);
  await database.transaction((transaction) => viewerVectorsRepository(transaction).finish(model.id));
}

/** Makes the viewers' vectors where the embedder in use has none yet. */
export async function ensureViewerVectors(database: Database, signal?: AbortSignal): Promise<void> {
  const model = await findVectorsInUse(database);
  if (!model || (await viewerVectorsRepository(database.kysely).isMade(model.id))) return;
  await renewViewerVectors(database, signal);
}

function vectorMaker({ movieIds }: MovieVectors, vectors: TextVectors): MakeVector {
  const rows = new Map(Array.from(movieIds, (id, row) => [id, row]));
  return ({ movieIds: rated, halfStars, ratedAt }) =>
    tasteVector(
      {
        items: Int32Array.from(rated, (id) => rows.get(id) ?? -1),
        stars: Float32Array.from(halfStars, (value) => value / 2),
        ratedAt: Float64Array.from(ratedAt),
      },
      vectors,
    );
}
