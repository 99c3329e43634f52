// `npm run pipeline`: import → validate → features → train → evaluate → promote, each step recorded.
import { type Database, pipelinesRepository } from "@matinee/db";
import { type CatalogSource, findCatalogInfo, listStoredMovies, runPipeline } from "@matinee/workflows";
import { buildPackages } from "../build-packages.ts";
import { fingerprintNamed, printCatalog, readDefault, readNamed } from "../catalog/read-source.ts";
import { withDatabase } from "../command/database-options.ts";
import { toEmbeddersOptions } from "../command/embedding-options.ts";
import { formatTime } from "../command/format-time.ts";
import { printTable } from "../command/print-table.ts";
import { findRevision } from "../command/revision.ts";
import { runCommand } from "../command/run-command.ts";
import { runStep } from "../progress/progress.ts";
import { type PipelineCommand, parsePipelineCommand } from "./options.ts";

const shownRuns = 5;

/** What was named; into an empty database the default data; else nothing new. */
async function openSource(
  database: Database,
  { data, folder }: PipelineCommand,
  signal: AbortSignal,
): Promise<CatalogSource | undefined> {
  if (data !== undefined) {
    const read = async () => {
      const catalog = await readNamed(data, { stored: await listStoredMovies(database), signal });
      printCatalog(catalog);
      return catalog;
    };
    return { fingerprint: await fingerprintNamed(data), read };
  }
  if (await findCatalogInfo(database)) return undefined;
  const catalog = await readDefault(folder, { stored: [], signal });
  printCatalog(catalog);
  return { fingerprint: catalog.fingerprint, read: async () => catalog };
}

async function runAll(database: Database, command: PipelineCommand, signal: AbortSignal): Promise<void> {
  const { engine, seed, threads, from, force } = command;
  const source = await openSource(database, command, signal);
  const { runId, promoted, heldBack } = await runPipeline(database, {
    engines: engine,
    seed,
    force,
    revision: findRevision(),
    ...toEmbeddersOptions(command),
    signal,
    onStep: (name, work) => runStep(name, work, process.stderr),
    onSkip: (name) => console.error(`${name}: unchanged`),
    ...(source && { source }),
    ...(threads !== undefined && { threads }),
    ...(from && { from }),
  });
  await printSteps(database, [runId]);
  if (promoted.length > 0) console.log(`In use: ${promoted.join(", ")}.`);
  for (const { model, objection } of heldBack) {
    console.log(
      `${model} stays a candidate: ${objection}; "npm run models -- promote ${model}" puts it in use all the same.`,
    );
  }
}

async function printSteps({ kysely }: Database, runIds: readonly number[]): Promise<void> {
  const steps = await pipelinesRepository(kysely).listSteps(runIds);
  printTable(
    ["run", "step", "status", "started (UTC)", "seconds", "error"],
    steps.map(({ runId, name, status, startedAt, finishedAt, error }) => [
      runId,
      name,
      status,
      formatTime(startedAt),
      finishedAt ? ((finishedAt.getTime() - startedAt.getTime()) / 1000).toFixed(1) : null,
      error,
    ]),
  );
}

await runCommand(async (signal) => {
  const command = parsePipelineCommand(process.argv.slice(2));
  if (!command.list) await buildPackages(["kernels"]);
  await withDatabase(command, async (database) => {
    if (!command.list) return runAll(database, command, signal);
    const runs = await pipelinesRepository(database.kysely).listRuns(shownRuns);
    await printSteps(
      database,
      runs.map(({ id }) => id),
    );
  });
});
