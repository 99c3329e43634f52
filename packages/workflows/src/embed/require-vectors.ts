import { type Database, modelsRepository } from "@matinee/db";
import { loadDistilledEmbedder } from "@matinee/embeddings";
import type { WorkflowOptions } from "../workflow-options.ts";
import { embedMovies } from "./embed-movies.ts";
import { embedderEngine } from "./embedder-engine.ts";

/** The id of the vectors in use, for engines to learn from; makes and promotes them in a database that has none. */
export async function requireVectors(database: Database, options: WorkflowOptions = {}): Promise<number> {
  const promoted = await modelsRepository(database.kysely).listPromoted();
  const current = promoted.find(({ engine }) => engine === embedderEngine);
  if (current) return current.id;
  const embedder = await loadDistilledEmbedder();
  try {
    return (await embedMovies(database, embedder, options)).id;
  } finally {
    await embedder.close();
  }
}
