// Films and ratings from files: named ones, downloaded ones, or those that come with Matinee.
import { join } from "node:path";
import { downloadDefaultData, fingerprintCatalog, readCatalog, type SourceCatalog, sampler } from "@matinee/datasets";
import { runStep } from "../progress/progress.ts";

/** The name of the bundled films where a path could stand. */
const bundled = "sampler";

/** Without reading all of it. */
export async function fingerprintNamed(data: string, wikipediaPath: string | undefined): Promise<string> {
  return data === bundled ? sampler().fingerprint : fingerprintCatalog(data, { wikipediaPath });
}

export async function readNamed(
  data: string,
  wikipediaPath: string | undefined,
  signal: AbortSignal,
): Promise<SourceCatalog> {
  if (data === bundled) return sampler();
  return runStep(`Reading ${data}`, (report) =>
    readCatalog(data, { wikipediaPath, signal, onProgress: ({ share }) => report(share) }),
  );
}

/** Downloads the default data into the folder, once; the bundled films where that fails. */
export async function readDefault(folder: string, signal: AbortSignal): Promise<SourceCatalog> {
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

/** Terms of use, and what was mended while reading. */
export function printCatalog({ name, terms, findings }: SourceCatalog): void {
  console.log(`${name}: ${terms}`);
  for (const { rule, count, examples } of findings) {
    console.log(`  ${rule}: ${count.toLocaleString("en-US")}${examples[0] ? ` (${examples[0]})` : ""}`);
  }
}
