// Which films and ratings the database holds, and where they come from when it holds none.
import { type Database, resetDatabase } from "@matinee/db";
import { type CatalogInfo, findCatalogInfo, importCatalog, wasImported } from "@matinee/workflows";
import { fingerprintNamed, printCatalog, readDefault, readNamed } from "../catalog/read-source.ts";
import { runStep } from "../progress/progress.ts";
import type { StartOptions } from "./options.ts";
import { StartError } from "./start-error.ts";

type DataOptions = Pick<StartOptions, "data" | "folder" | "reset">;

async function refuseOtherData(database: Database, held: CatalogInfo, { data }: DataOptions): Promise<void> {
  if (data === undefined || (await wasImported(database, await fingerprintNamed(data)))) return;
  const named = `--data ${data.join(" --data ")}`;
  throw new StartError(
    `The database holds ${held.name}, not ${named}; add it with "npm run import -- ${named}", or empty the database first with --reset (visitors' ratings go with it), or leave --data out.`,
  );
}

/**
 * Leaves a database that has a catalog as it is; imports the named, downloaded or bundled data into an empty one.
 * A reset waits until the data has been read: data that cannot be used costs nothing.
 */
export async function ensureCatalog(
  database: Database,
  options: DataOptions,
  signal: AbortSignal,
): Promise<CatalogInfo> {
  const { data, folder, reset } = options;
  const held = await findCatalogInfo(database);
  if (held && !reset) {
    await refuseOtherData(database, held, options);
    return held;
  }
  // into an empty database, or one that is emptied before it comes in
  const context = { stored: [], signal };
  const catalog = data === undefined ? await readDefault(folder, context) : await readNamed(data, context);
  printCatalog(catalog);
  if (reset) await runStep("Emptying the database", () => resetDatabase(database));
  return runStep(`Importing ${catalog.name}`, (report) =>
    importCatalog(database, catalog, { onProgress: report, signal }),
  );
}
