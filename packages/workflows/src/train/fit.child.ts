// The child process that fits one engine: reads the dataset file, writes the model file, tells how far it is.
import { readFile, writeFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { deserialize } from "node:v8";
import { type Dataset, getEngine } from "@matinee/engines";
import type { FitJob, FitMessage } from "./fit.messages.ts";
import { measureHoldout } from "./holdout-metrics.ts";

const tell = (message: FitMessage) => process.send?.(message);

async function fit({ datasetPath, modelPath, engine: name, hyperparameters, seed }: FitJob): Promise<void> {
  const dataset: Dataset = deserialize(await readFile(datasetPath));
  const engine = getEngine(name);
  const report = (from: number) => (share: number) => tell({ type: "progress", share: from + share / 2 });
  const metrics = measureHoldout(engine, dataset, { hyperparameters, seed, onProgress: report(0) });
  const startedAt = performance.now();
  const model = engine.fit(dataset, { hyperparameters, seed, onProgress: report(0.5) });
  const trainingSeconds = (performance.now() - startedAt) / 1000;
  await writeFile(modelPath, model.save());
  const defaults = Object.entries(engine.hyperparameters).map(([key, range]) => [key, range.default]);
  tell({
    type: "fitted",
    result: { trainingSeconds, hyperparameters: { ...Object.fromEntries(defaults), ...hyperparameters }, metrics },
  });
}

// Whoever started this process is gone: nobody waits for the model.
process.once("disconnect", () => process.exit(1));
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  await fit(JSON.parse(process.argv[2]!));
} catch (error) {
  tell({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
process.removeAllListeners("disconnect");
process.disconnect?.();
