// `npm run import`: films, ratings and reviews into the database, all or nothing.
import type { Catalog } from "@matinee/datasets";
import type { Database } from "@matinee/db";
import { type CatalogInfo, checkCatalog, importCatalog, listStoredMovies } from "@matinee/workflows";
import { printCatalog, readNamed } from "../catalog/read-source.ts";
import { withDatabase } from "../command/database-options.ts";
import { printTable } from "../command/print-table.ts";
import { runCommand } from "../command/run-command.ts";
import { runStep } from "../progress/progress.ts";
import { checkStored, printExpectations } from "./check.ts";
import { parseImportCommand } from "./options.ts";

async function bringIn(
  database: Database,
  data: readonly string[],
  onlyCheck: boolean,
  signal: AbortSignal,
): Promise<void> {
  const catalog = await readNamed(data, { stored: await listStoredMovies(database), signal });
  printCatalog(catalog);
  printSources(catalog);
  if (onlyCheck) {
    const results = await runStep(`Checking ${catalog.name}`, (report) =>
      checkCatalog(database, catalog, { onProgress: report, signal }),
    );
    return printExpectations(results, "Nothing was imported.");
  }
  const held = await runStep(`Importing ${catalog.name}`, (report) =>
    importCatalog(database, catalog, { onProgress: report, signal }),
  );
  printHoldings(held);
}

function printSources({ sources }: Catalog): void {
  printTable(
    ["source", "films", "matched", "new"],
    sources.map(({ name, movieCount, matched, added }) => [name, movieCount, matched, added]),
  );
}

function printHoldings({ name, movieCount, ratingCount, ...shares }: CatalogInfo): void {
  const count = (value: number) => value.toLocaleString("en-US");
  console.log(`The database holds ${count(movieCount)} films and ${count(ratingCount)} ratings (${name}).`);
  if (ratingCount === 0) return;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  console.log(
    `${percent(shares.shareOfRatingsWithOverview)} of the ratings are of a film with an overview, ${percent(shares.shareOfRatingsWithOverviewAndCast)} of one with overview and cast.`,
  );
  console.log('The models are as they were; "npm run pipeline" brings them up to date.');
}

await runCommand(async (signal) => {
  const command = parseImportCommand(process.argv.slice(2));
  const { data, check } = command;
  await withDatabase(command, (database) => (data ? bringIn(database, data, check, signal) : checkStored(database)));
});
