// From an address or a folder to a database that the API can serve: migrated, with a catalog and promoted models.
import { resolve } from "node:path";
import { migrate, openDatabase } from "@matinee/db";
import { type CatalogInfo, ensureModels } from "@matinee/workflows";
import { runStep } from "../progress/progress.ts";
import { ensureCatalog } from "./catalog.ts";
import type { StartOptions } from "./options.ts";

export interface PreparedDatabase {
  readonly description: string;
  readonly catalog: CatalogInfo;
}

/** Closes the database again: the API opens it next, and the embedded one has room for one process. */
export async function prepareDatabase(options: StartOptions, signal: AbortSignal): Promise<PreparedDatabase> {
  const { databaseUrl, folder } = options;
  const database = await openDatabase(databaseUrl ? { url: databaseUrl } : { folder: resolve(folder, "database") });
  try {
    await runStep("Migrating the database", () => migrate(database));
    const catalog = await ensureCatalog(database, options, signal);
    await runStep("Training the models", (report) => ensureModels(database, { onProgress: report, signal }));
    return { description: database.description, catalog };
  } finally {
    await database.close();
  }
}
