import { type Database, type ModelRow, modelsRepository } from "@matinee/db";
import { embedderEngine } from "../embed/embedder-engine.ts";

/** The embedder's model whose vectors are in use. */
export async function findVectorsInUse({ kysely }: Database): Promise<ModelRow | undefined> {
  return (await modelsRepository(kysely).listPromoted()).find(({ engine }) => engine === embedderEngine);
}
