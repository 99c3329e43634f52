// Search over an engine's hyperparameters on a validation part of its training ratings.
import { readFile, rename, writeFile } from "node:fs/promises";
import { createRandom } from "@matinee/engines";
import { mainMetric, type ParzenTrial, proposeHyperparameters, type Task } from "@matinee/evaluation";
import type { Candidate, Settings } from "./candidates.ts";
import { EvaluateError } from "./evaluate-error.ts";
import type { Judgment } from "./judge.messages.ts";

export interface TuneOptions {
  readonly trials: number;
  readonly seed: number;
  readonly task: Task;
  readonly k: number;
  /** Trials are kept here, so that a search that was stopped goes on. */
  readonly statePath: string;
  /** What makes two searches the same, beside engine and fixed settings. */
  readonly identity: string;
  readonly onTrial: (trial: number, metric: number) => void;
}

type State = Readonly<Record<string, readonly ParzenTrial[]>>;

/**
 * The best settings of all trials, those the candidate names kept as they are. `judge` fits with the settings it is given
 * and judges on validation data. A trial whose settings the engine cannot work with counts as the worst.
 */
export async function tune(
  { engine, settings }: Candidate,
  judge: (settings: Settings) => Promise<Pick<Judgment, "metrics">>,
  { trials: wanted, seed, task, k, statePath, identity, onTrial }: TuneOptions,
): Promise<Settings> {
  const key = JSON.stringify([engine.name, settings, identity]);
  const { name, higherIsBetter } = mainMetric(task, k);
  const free = Object.fromEntries(Object.entries(engine.hyperparameters).filter(([each]) => !(each in settings)));
  const state = await readState(statePath);
  const trials = [...(state[key] ?? [])];
  while (trials.length < wanted) {
    // One stream of chance per trial: a search that goes on proposes what an unbroken one would.
    const random = createRandom(seed * 100_003 + trials.length);
    const hyperparameters = { ...proposeHyperparameters(free, trials, random), ...settings };
    const metric = (await judge(hyperparameters)).metrics[name]!;
    trials.push({ hyperparameters, loss: higherIsBetter ? -metric : metric });
    await writeState(statePath, { ...state, [key]: trials });
    onTrial(trials.length, metric);
  }
  const best = trials.reduce((leader, trial) => (trial.loss < leader.loss ? trial : leader));
  return best.hyperparameters;
}

async function readState(path: string): Promise<State> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new EvaluateError(`${path} holds no trials of an earlier search; delete it or name another --tune-state.`);
  }
}

/** Never half a file: written beside, then renamed. */
async function writeState(path: string, state: State): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(state, null, 1));
  await rename(`${path}.new`, path);
}
