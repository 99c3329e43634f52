import { type Database, type ModelRow, modelsRepository } from "@matinee/db";
import { WorkflowError } from "../workflow-error.ts";

/** The model of an id ("12"), or of engine and version ("svd@3"). @throws {WorkflowError} */
export async function findModel({ kysely }: Database, reference: string): Promise<ModelRow> {
  const models = await modelsRepository(kysely).list();
  const model = models.find(({ id, engine, version }) => [String(id), `${engine}@${version}`].includes(reference));
  if (model) return model;
  throw new WorkflowError(`There is no model ${reference}; "npm run models" lists those there are.`);
}
