// From an address or a folder to a database that the API can serve: migrated, with a catalog and promoted models.
import { type Database, migrate, modelsRepository } from "@matinee/db";
import { findMiniLm } from "@matinee/embeddings";
import { type CatalogInfo, embedderEngine, ensureDataReport, ensureModels } from "@matinee/workflows";
import { buildPackages } from "../build-packages.ts";
import { openAddress } from "../command/database-options.ts";
import { toEmbeddersOptions } from "../command/embedding-options.ts";
import { findRevision } from "../command/revision.ts";
import { runStep } from "../progress/progress.ts";
import { ensureCatalog } from "./catalog.ts";
import type { StartOptions } from "./options.ts";

export interface PreparedDatabase {
  readonly description: string;
  readonly catalog: CatalogInfo;
  /** What the films' texts went through, and what takes over. */
  readonly textVectors: string;
}

/** Closes the database again: the API opens it next, and the embedded one has room for one process. */
export async function prepareDatabase(options: StartOptions, signal: AbortSignal): Promise<PreparedDatabase> {
  const database = await openAddress(options);
  try {
    await runStep("Migrating the database", () => migrate(database));
    const catalog = await ensureCatalog(database, options, signal);
    await ensureDataReport(database);
    // what trains without them takes many times as long
    await runStep("Building the kernels", () => buildPackages(["kernels"]));
    const revision = findRevision();
    const embedding = toEmbeddersOptions(options);
    await runStep("Training the models", (report) =>
      ensureModels(database, { onProgress: report, signal, revision, ...embedding }),
    );
    return { description: database.description, catalog, textVectors: await describeVectors(database, embedding) };
  } finally {
    await database.close();
  }
}

async function describeVectors(
  { kysely }: Database,
  { choice, modelsFolder }: ReturnType<typeof toEmbeddersOptions>,
): Promise<string> {
  const promoted = await modelsRepository(kysely).listPromoted();
  const inUse = promoted.find(({ engine }) => engine === embedderEngine);
  const atHand = choice === "auto" ? await findMiniLm(modelsFolder) : null;
  if (inUse && inUse.fingerprint === atHand) return "MiniLM";
  if (choice === "distilled") return "distilled table (built in)";
  return `distilled table (built in); MiniLM takes over in the background${atHand ? "" : " where it can be downloaded"}`;
}
