// Promotion and what belongs to it: item factors and viewers' vectors before, old versions given up after.
import {
  type Database,
  itemFactorsRepository,
  type ModelRow,
  modelsRepository,
  type Rollback,
  vectorsRepository,
  viewerVectorsRepository,
} from "@matinee/db";
import { getEngine } from "@matinee/engines";
import { embedderEngine } from "../embed/embedder-engine.ts";
import { makeViewerVectors } from "../taste/make-viewer-vectors.ts";
import { WorkflowError } from "../workflow-error.ts";
import { formatVersionOf, isEngineName } from "./format-version.ts";

/** Candidates of each engine that keep their bytes, for comparing and for a late promotion. */
const keptCandidates = 3;

/**
 * Puts models in use: stores their item factors for SQL, makes the viewers' vectors where an embedder is among them,
 * promotes all in one transaction, then gives up what is too old to return to. API processes take the new models over without being told.
 * @throws {WorkflowError} when this release cannot read one of them.
 */
export async function promoteModels(database: Database, ids: readonly number[]): Promise<void> {
  const models = modelsRepository(database.kysely);
  const rows = (await models.list()).filter(({ id }) => ids.includes(id));
  rows.forEach(requireReadable);
  for (const row of rows) await writeItemFactors(database, row);
  await withViewerVectors(
    database,
    rows.find(({ engine }) => engine === embedderEngine),
    (transaction) => modelsRepository(transaction).promote(ids),
  );
  await pruneModels(database);
}

/** Returns to the model of the engine that was promoted before. @throws {WorkflowError} when there is none to read. */
export async function rollbackModel(database: Database, engine: string): Promise<Rollback> {
  const previous = await modelsRepository(database.kysely).findPrevious(engine);
  if (!previous) throw new WorkflowError(`There is no earlier model of ${engine} to go back to.`);
  requireReadable(previous);
  return withViewerVectors(database, engine === embedderEngine ? previous : undefined, (transaction) =>
    modelsRepository(transaction).rollback(engine),
  );
}

/** Whoever reads sees the films' and the viewers' vectors of one embedder. */
async function withViewerVectors<Result>(
  database: Database,
  embedder: ModelRow | undefined,
  promote: (transaction: Database["kysely"]) => Promise<Result>,
): Promise<Result> {
  if (embedder) await makeViewerVectors(database, embedder.id);
  return database.transaction(async (transaction) => {
    const result = await promote(transaction);
    if (embedder) await viewerVectorsRepository(transaction).finish(embedder.id);
    return result;
  });
}

/** Gives up bytes and vectors of old versions; their record stays. Returns their ids. */
export function pruneModels(database: Database): Promise<number[]> {
  return database.transaction(async (transaction) => {
    const ids = await modelsRepository(transaction).prune(keptCandidates);
    const vectors = vectorsRepository(transaction);
    const viewerVectors = viewerVectorsRepository(transaction);
    const itemFactors = itemFactorsRepository(transaction);
    for (const id of ids) {
      await vectors.drop(id);
      await viewerVectors.drop(id);
      await itemFactors.drop(id);
    }
    return ids;
  });
}

function requireReadable({ engine, version, formatVersion, prunedAt }: ModelRow): void {
  if (prunedAt) throw new WorkflowError(`The bytes of ${engine}@${version} were pruned; train it again.`);
  if (!isEngineName(engine) || formatVersion === formatVersionOf(engine)) return;
  throw new WorkflowError(`${engine}@${version} was written by another release of Matinee; train it again.`);
}

async function writeItemFactors({ kysely }: Database, { id, engine, status }: ModelRow): Promise<void> {
  if (status === "promoted" || !isEngineName(engine)) return;
  const { itemIds, itemFactors } = getEngine(engine).load(await modelsRepository(kysely).readBytes(id));
  if (itemFactors) await itemFactorsRepository(kysely).write(id, { movieIds: itemIds, ...itemFactors });
}
