// Every film's text as a vector, under a model version of its own, visible at once when all are there.
import { createHash } from "node:crypto";
import { type Database, type ModelRow, modelsRepository, trainingDataRepository, vectorsRepository } from "@matinee/db";
import type { Embedder } from "@matinee/embeddings";
import type { WorkflowOptions } from "../workflow-options.ts";
import { embedderEngine } from "./embedder-engine.ts";
import { composeMovieText } from "./movie-text.ts";

/** Vectors have had one form so far. */
const vectorFormat = 1;

/** Other work gets its turn after so many rows, about 10 ms. */
const rowsPerWrite = 2_000;

export interface EmbedOptions extends WorkflowOptions {
  /** Whether the new vectors are in use at once; they are when not named. */
  readonly promote?: boolean;
  /** Takes a candidate that the same embedder made of the same texts instead of embedding them again. */
  readonly takesFinished?: boolean;
}

interface FilmTexts {
  readonly movieIds: Int32Array;
  readonly texts: readonly string[];
  /** SHA-256 (hex) over ids and texts. */
  readonly hash: string;
}

/** Embeds all films under a new version, which is there whole or not at all; vectors of the version before stay. */
export async function embedMovies(
  database: Database,
  embedder: Embedder,
  { onProgress, signal, promote = true, takesFinished = false }: EmbedOptions = {},
): Promise<ModelRow> {
  const startedAt = performance.now();
  const films = await readFilmTexts(database);
  const finished = takesFinished ? await findFinished(database, embedder, films) : undefined;
  if (finished) return finished;
  const values = await embedder.embed(films.texts, {
    onProgress: (done, total) => onProgress?.((0.8 * done) / total),
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  const model = await database.transaction(
    async (transaction) => {
      const models = modelsRepository(transaction);
      const { id, ...rest } = await models.create({
        engine: embedderEngine,
        fingerprint: embedder.hash,
        hyperparameters: { embedder: embedder.name, dimensions: embedder.dimensions, texts: films.hash },
        metrics: {},
        seed: 0,
        itemCount: films.texts.length,
        trainingSeconds: (performance.now() - startedAt) / 1000,
        formatVersion: vectorFormat,
      });
      await writeVectors(transaction, id, films.movieIds, values);
      signal?.throwIfAborted();
      if (promote) await models.promote([id]);
      return { id, ...rest };
    },
    { timeoutMs: null },
  );
  onProgress?.(1);
  return model;
}

async function readFilmTexts({ kysely }: Database): Promise<FilmTexts> {
  const films = await trainingDataRepository(kysely).listMovieTexts();
  const movieIds = Int32Array.from(films, ({ movieId }) => movieId);
  const texts = films.map(composeMovieText);
  const hash = createHash("sha256").update(movieIds).update(JSON.stringify(texts)).digest("hex");
  return { movieIds, texts, hash };
}

async function findFinished(
  { kysely }: Database,
  embedder: Embedder,
  { hash }: FilmTexts,
): Promise<ModelRow | undefined> {
  const models = await modelsRepository(kysely).list();
  return models.find(
    ({ engine, fingerprint, hyperparameters, prunedAt }) =>
      engine === embedderEngine && fingerprint === embedder.hash && hyperparameters.texts === hash && prunedAt === null,
  );
}

async function writeVectors(
  transaction: Parameters<typeof vectorsRepository>[0],
  modelId: number,
  movieIds: Int32Array,
  values: Float32Array,
): Promise<void> {
  const vectors = vectorsRepository(transaction);
  const dimensions = values.length / movieIds.length;
  await vectors.createPartition(modelId);
  for (let start = 0; start < movieIds.length; start += rowsPerWrite) {
    const end = Math.min(movieIds.length, start + rowsPerWrite);
    await vectors.write(modelId, movieIds.subarray(start, end), values.subarray(start * dimensions, end * dimensions));
  }
  await vectors.attach(modelId);
}
