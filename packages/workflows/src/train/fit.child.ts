// The child process that fits one engine: reads the dataset file, writes the model file, tells how far it is.
import { readFile, writeFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { deserialize } from "node:v8";
import { type Dataset, getEngine, type TrainingEpoch } from "@matinee/engines";
import type { FitJob, FitMessage } from "./fit.messages.ts";
import { measureHoldout } from "./holdout-metrics.ts";

const tell = (message: FitMessage) => process.send?.(message);

/** Of all threads together: what others do on the machine is no reason to leave the judging out. */
const quickCpuSeconds = 5;

async function run(job: FitJob): Promise<void> {
  const { datasetPath, modelPath, engine: name, measures, ...settings } = job;
  const dataset: Dataset = deserialize(await readFile(datasetPath));
  const engine = getEngine(name);
  const parts = Number(measures !== "never") + Number(modelPath !== null);
  const report = (part: number) => (share: number) => tell({ type: "progress", share: (part + share) / parts });
  const startedAt = performance.now();
  const startedCpu = process.cpuUsage();
  if (modelPath !== null) {
    const onEpoch = (epoch: TrainingEpoch) => tell({ type: "epoch", epoch });
    const model = engine.fit(dataset, { ...settings, onProgress: report(0), onEpoch });
    await writeFile(modelPath, model.save());
  }
  const trainingSeconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(startedCpu);
  const cpuSeconds = (user + system) / 1e6;
  const isMeasured = measures === "always" || (measures === "if-quick" && cpuSeconds < quickCpuSeconds);
  const metrics = isMeasured ? measureHoldout(engine, dataset, { ...settings, onProgress: report(parts - 1) }) : {};
  const defaults = Object.entries(engine.hyperparameters).map(([key, rule]) => [key, rule.default]);
  const hyperparameters = { ...Object.fromEntries(defaults), ...settings.hyperparameters };
  tell({ type: "fitted", result: { trainingSeconds, hyperparameters, metrics } });
}

// Whoever started this process is gone: nobody waits for the model.
process.once("disconnect", () => process.exit(1));
// Ctrl-C in a terminal reaches this process too; the one that started it says how it ends.
process.on("SIGINT", () => {});
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  await run(JSON.parse(process.argv[2]!));
} catch (error) {
  tell({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
process.removeAllListeners("disconnect");
process.disconnect?.();
