// `npm run models`: what the registry holds, and which of it is in use.
import { type Database, modelsRepository, trainingRunsRepository } from "@matinee/db";
import { findModel, promoteModels, pruneModels, rollbackModel } from "@matinee/workflows";
import { Command } from "commander";
import { type DatabaseAddress, databaseUrlOption, folderOption, withDatabase } from "../command/database-options.ts";
import { formatMetrics } from "../command/format-metrics.ts";
import { formatTime } from "../command/format-time.ts";
import { printTable } from "../command/print-table.ts";
import { runCommand } from "../command/run-command.ts";

const shownRuns = 20;

async function listModels({ kysely }: Database): Promise<void> {
  const models = await modelsRepository(kysely).list();
  printTable(
    ["id", "model", "status", "trained (UTC)", "seconds", "MB", "metrics"],
    models.map(({ id, engine, version, status, trainedAt, trainingSeconds, byteCount, prunedAt, metrics }) => [
      id,
      `${engine}@${version}`,
      status,
      formatTime(trainedAt),
      trainingSeconds.toFixed(1),
      prunedAt ? "pruned" : (byteCount / 1e6).toFixed(1),
      formatMetrics(metrics),
    ]),
  );
}

async function listRuns({ kysely }: Database): Promise<void> {
  const runs = await trainingRunsRepository(kysely).list({ limit: shownRuns });
  printTable(
    ["run", "engine", "status", "started (UTC)", "seed", "revision", "result"],
    runs.map(({ id, engine, status, startedAt, seed, revision, modelId, metrics, error }) => [
      id,
      engine,
      status,
      formatTime(startedAt),
      seed,
      revision.replace(/^([0-9a-f]{12})[0-9a-f]+/, "$1"),
      error ?? `${modelId === null ? "" : `model ${modelId}: `}${formatMetrics(metrics)}`,
    ]),
  );
}

async function promote(database: Database, references: readonly string[]): Promise<void> {
  const models = await Promise.all(references.map((reference) => findModel(database, reference)));
  await promoteModels(
    database,
    models.map(({ id }) => id),
  );
  for (const { engine, version } of models) console.log(`${engine}@${version} is in use.`);
}

async function rollBack(database: Database, engine: string): Promise<void> {
  const { from, to } = await rollbackModel(database, engine);
  console.log(`${engine}@${to.version} is in use again, in place of ${engine}@${from.version}.`);
}

async function prune(database: Database): Promise<void> {
  const ids = await pruneModels(database);
  console.log(ids.length > 0 ? `Pruned: ${ids.join(", ")}.` : "There is nothing to prune.");
}

const program = new Command("npm run models --").description(
  "Lists the models of the registry and chooses those in use.",
);

function addCommand(usage: string, description: string, work: (database: Database, args: string[]) => Promise<void>) {
  return program
    .command(usage, { isDefault: usage === "list" })
    .description(description)
    .addOption(databaseUrlOption())
    .addOption(folderOption())
    .action((...parameters) => {
      const command: Command = parameters.at(-1);
      return runCommand(() =>
        withDatabase(command.opts<DatabaseAddress>(), (database) => work(database, command.args)),
      );
    });
}

addCommand("list", "all models, newest first", listModels);
addCommand("runs", `the last ${shownRuns} trainings`, listRuns);
addCommand("promote <model...>", "puts models in use, by id or as engine@version", promote);
addCommand("rollback <engine>", "puts the engine's earlier model in use again", (database, [engine]) =>
  rollBack(database, engine!),
);
addCommand("prune", "gives up the bytes of old models, as every promotion does", prune);
await program.parseAsync();
