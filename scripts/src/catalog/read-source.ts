// Films and ratings from files: named ones, downloaded ones, or those that come with Matinee.
import { basename, join } from "node:path";
import {
  type Catalog,
  type CatalogMovie,
  catalogOf,
  downloadDefaultData,
  fingerprintCatalog,
  openCatalog,
  sampler,
  simulatedCatalog,
  simulations,
} from "@matinee/datasets";
import { CommandError } from "../command/command-error.ts";
import { bundled, isSimulation } from "../command/data-options.ts";
import { runStep } from "../progress/progress.ts";

/** What needs no file, where that was named. */
function readMade(data: readonly string[]): Catalog | undefined {
  const made = data.find((name) => name === bundled || isSimulation(name));
  if (made === undefined) return undefined;
  if (data.length > 1) throw new CommandError(`"--data ${made}" goes alone; leave it out.`);
  return isSimulation(made) ? simulatedCatalog(simulations[made]) : catalogOf(sampler());
}

export interface ReadContext {
  /** Films of the database, of which what is read may tell more. */
  readonly stored: readonly CatalogMovie[];
  readonly signal: AbortSignal;
}

/** Without parsing it. */
export async function fingerprintNamed(data: readonly string[]): Promise<string> {
  return readMade(data)?.fingerprint ?? fingerprintCatalog(data);
}

/** Reads what was named. */
export async function readNamed(data: readonly string[], { stored, signal }: ReadContext): Promise<Catalog> {
  const made = readMade(data);
  if (made) return made;
  return runStep(`Reading ${data.map((path) => basename(path)).join(" and ")}`, (report) =>
    openCatalog(data, { stored, signal, onProgress: ({ share }) => report(share) }),
  );
}

/** Downloads the default data into the folder, once; the bundled films where that fails. */
export async function readDefault(folder: string, { stored, signal }: ReadContext): Promise<Catalog> {
  const download = await runStep("Downloading MovieLens latest-small and the Wikipedia film list", (report) =>
    downloadDefaultData(join(folder, "downloads"), { signal, onProgress: ({ share }) => report(share) }),
  );
  if (download.status === "unavailable") {
    console.log(`${download.reason}. Using the bundled sampler instead: its films and a simulated audience.`);
    return catalogOf(sampler());
  }
  if (download.reason) console.log(`${download.reason}. Going on without the Wikipedia film list.`);
  const paths = [download.dataPath, download.wikipediaPath].filter((path) => path !== null);
  return readNamed(paths, { stored, signal });
}

/** Terms of use, and what was mended while reading. */
export function printCatalog({ sources, findings }: Catalog): void {
  for (const { name, terms } of sources) console.log(`${name}: ${terms}`);
  for (const { rule, count, examples } of findings) {
    console.log(`  ${rule}: ${count.toLocaleString("en-US")}${examples[0] ? ` (${examples[0]})` : ""}`);
  }
}
