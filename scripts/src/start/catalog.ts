// Which films and ratings the database holds, and where they come from when it holds none.
import { join } from "node:path";
import { downloadDefaultData, fingerprintCatalog, readCatalog, type SourceCatalog, sampler } from "@matinee/datasets";
import { type Database, resetDatabase } from "@matinee/db";
import { type CatalogInfo, findCatalogInfo, importCatalog } from "@matinee/workflows";
import { runStep } from "../progress/progress.ts";
import type { StartOptions } from "./options.ts";
import { StartError } from "./start-error.ts";

type DataOptions = Pick<StartOptions, "data" | "wikipedia" | "folder" | "reset">;

async function readNamed(data: string, wikipediaPath: string | undefined, signal: AbortSignal): Promise<SourceCatalog> {
  if (data === "sampler") return sampler();
  return runStep(`Reading ${data}`, (report) =>
    readCatalog(data, { wikipediaPath, signal, onProgress: ({ share }) => report(share) }),
  );
}

async function readDefault(folder: string, signal: AbortSignal): Promise<SourceCatalog> {
  const download = await runStep("Downloading MovieLens latest-small and the Wikipedia film list", (report) =>
    downloadDefaultData(join(folder, "downloads"), { signal, onProgress: ({ share }) => report(share) }),
  );
  if (download.status === "unavailable") {
    console.log(`${download.reason}. Using the bundled sampler instead: 200 films and a simulated audience.`);
    return sampler();
  }
  if (download.reason) console.log(`${download.reason}. Going on without the Wikipedia film list.`);
  return readNamed(download.dataPath, download.wikipediaPath ?? undefined, signal);
}

async function refuseOtherData(held: CatalogInfo, { data, wikipedia }: DataOptions): Promise<void> {
  if (data === undefined) return;
  const fingerprint =
    data === "sampler" ? sampler().fingerprint : await fingerprintCatalog(data, { wikipediaPath: wikipedia });
  if (fingerprint === held.fingerprint) return;
  throw new StartError(
    `The database holds ${held.name}, which differs from --data ${data}; add --reset to empty it first (visitors' ratings go with it), or leave --data out.`,
  );
}

function printFindings({ findings }: SourceCatalog): void {
  for (const { rule, count, examples } of findings) {
    console.log(`  ${rule}: ${count.toLocaleString("en-US")}${examples[0] ? ` (${examples[0]})` : ""}`);
  }
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
  const { data, wikipedia, folder, reset } = options;
  const held = await findCatalogInfo(database);
  if (held && !reset) {
    await refuseOtherData(held, options);
    return held;
  }
  const catalog = data === undefined ? await readDefault(folder, signal) : await readNamed(data, wikipedia, signal);
  console.log(`${catalog.name}: ${catalog.terms}`);
  printFindings(catalog);
  if (reset) await runStep("Emptying the database", () => resetDatabase(database));
  return runStep(`Importing ${catalog.name}`, (report) =>
    importCatalog(database, catalog, { onProgress: report, signal }),
  );
}
