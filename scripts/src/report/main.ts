// `npm run report`: what the stored data looks like, as one HTML file.
import { writeFile } from "node:fs/promises";
import { type Database, dataReportRepository } from "@matinee/db";
import { type DataReport, ensureDataReport, findCatalogInfo, findWorkedExample } from "@matinee/workflows";
import { buildPackages } from "../build-packages.ts";
import { CommandError } from "../command/command-error.ts";
import { withDatabase } from "../command/database-options.ts";
import { runCommand } from "../command/run-command.ts";
import { runStep } from "../progress/progress.ts";
import { parseReportCommand } from "./options.ts";
import { reportPage } from "./page.ts";

async function writeReport(database: Database, out: string): Promise<void> {
  const catalog = await findCatalogInfo(database);
  if (!catalog) {
    throw new CommandError(
      'The database is empty, so there is nothing to report; "npm start" or "npm run import -- --data PATH" fills it.',
    );
  }
  await runStep("Measuring the data", () => ensureDataReport(database));
  const stored = (await dataReportRepository(database.kysely).latest<DataReport>())!;
  const example = await runStep("Asking the engines", () => findWorkedExample(database));
  const page = reportPage({ catalog, measuredAt: stored.measuredAt, report: stored.report, example });
  await writeFile(out, page).catch((error: Error) => {
    throw new CommandError(`${out} cannot be written (${error.message}); name another file with --out.`);
  });
  console.log(`Written: ${out} (${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB).`);
}

await runCommand(async () => {
  const command = parseReportCommand(process.argv.slice(2));
  await buildPackages(["kernels"]);
  await withDatabase(command, (database) => writeReport(database, command.out));
});
