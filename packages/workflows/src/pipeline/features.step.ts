import { type Database, modelsRepository, trainingDataRepository } from "@matinee/db";
import type { Embedder } from "@matinee/embeddings";
import { embedMovies } from "../embed/embed-movies.ts";
import type { PipelineStep } from "./step.types.ts";

interface FeaturesOutput {
  readonly embedderModelId: number;
}

/** Vectors of all films' texts, as a candidate. */
export function featuresStep(database: Database, embedder: Embedder): PipelineStep<FeaturesOutput> {
  const { kysely } = database;
  return {
    name: "features",
    async inputs() {
      const { movies } = await trainingDataRepository(kysely).readFingerprints();
      return { movies, embedder: embedder.hash };
    },
    isThere: async ({ embedderModelId }) => {
      const models = await modelsRepository(kysely).list();
      return models.some(({ id, prunedAt }) => id === embedderModelId && prunedAt === null);
    },
    async run({ onProgress, signal }) {
      const { id } = await embedMovies(database, embedder, { promote: false, onProgress, ...(signal && { signal }) });
      return { embedderModelId: id };
    },
  };
}
