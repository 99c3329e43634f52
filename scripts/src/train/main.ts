// `npm run train`: fits engines on the ratings of the database; Ctrl-C leaves nothing half made.
import { engines } from "@matinee/engines";
import { defaultEngines, findCatalogInfo, requireVectors, trainModels } from "@matinee/workflows";
import { buildPackages } from "../build-packages.ts";
import { CommandError } from "../command/command-error.ts";
import { withDatabase } from "../command/database-options.ts";
import { formatMetrics } from "../command/format-metrics.ts";
import { printTable } from "../command/print-table.ts";
import { findRevision } from "../command/revision.ts";
import { runCommand } from "../command/run-command.ts";
import { runStep } from "../progress/progress.ts";
import { parseTrainCommand, type TrainCommand } from "./options.ts";

function listEngines(): void {
  for (const { name, hyperparameters } of Object.values(engines)) {
    console.log(`${name}${defaultEngines.includes(name) ? " (default)" : ""}`);
    for (const [key, rule] of Object.entries(hyperparameters)) {
      const values = "choices" in rule ? rule.choices.join(" | ") : `${rule.minimum} to ${rule.maximum}`;
      console.log(`  ${key}=${rule.default}  (${values}) ${rule.description}`);
    }
  }
}

async function train(command: TrainCommand, signal: AbortSignal): Promise<void> {
  await buildPackages(["kernels"]);
  await withDatabase(command, async (database) => {
    if (!(await findCatalogInfo(database))) {
      throw new CommandError('The database holds no ratings yet; run "npm start" or "npm run pipeline" once.');
    }
    const embedderModelId = await requireVectors(database, { signal });
    const { engines: names, hyperparameters, seed, threads, promote, measure } = command;
    const models = await runStep(
      `Training ${names.join(", ")}`,
      (onProgress) =>
        trainModels(database, {
          engines: names,
          hyperparameters,
          seed,
          embedderModelId,
          revision: findRevision(),
          promote,
          measures: measure ? "always" : "never",
          onProgress,
          signal,
          ...(threads !== undefined && { threads }),
        }),
      process.stderr,
    );
    printTable(
      ["id", "model", "status", "seconds", "MB", "metrics"],
      models.map(({ id, engine, version, status, trainingSeconds, byteCount, metrics }) => [
        id,
        `${engine}@${version}`,
        status,
        trainingSeconds.toFixed(1),
        (byteCount / 1e6).toFixed(1),
        formatMetrics(metrics),
      ]),
    );
  });
}

await runCommand(async (signal) => {
  const command = parseTrainCommand(process.argv.slice(2));
  if (command.list) listEngines();
  else await train(command, signal);
});
