// From an address or a folder to a database that the API can serve: migrated, with a catalog and promoted models.
import { migrate } from "@matinee/db";
import { type CatalogInfo, ensureDataReport, ensureModels } from "@matinee/workflows";
import { buildPackages } from "../build-packages.ts";
import { openAddress } from "../command/database-options.ts";
import { findRevision } from "../command/revision.ts";
import { runStep } from "../progress/progress.ts";
import { ensureCatalog } from "./catalog.ts";
import type { StartOptions } from "./options.ts";

export interface PreparedDatabase {
  readonly description: string;
  readonly catalog: CatalogInfo;
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
    await runStep("Training the models", (report) => ensureModels(database, { onProgress: report, signal, revision }));
    return { description: database.description, catalog };
  } finally {
    await database.close();
  }
}
