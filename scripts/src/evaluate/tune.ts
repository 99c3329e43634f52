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
  /** Of the training data: another search has other trials. */
  readonly fingerprint: string;
  readonly signal: AbortSignal;
  /** Takes a line for each trial. */
  readonly report: (line: string) => void;
}

/** The loss of a trial that failed; JSON has no infinity. */
const worst = Number.MAX_VALUE;

type State = Readonly<Record<string, readonly ParzenTrial[]>>;

/**
 * The best settings of all trials, those the candidate names kept as they are. `judge` fits with the settings it is given
 * and judges on validation data. Settings that the engine fails with count as the worst; throws where all fail.
 */
export async function tune(
  { engine, settings }: Candidate,
  judge: (settings: Settings) => Promise<Pick<Judgment, "metrics">>,
  { trials: wanted, seed, task, k, statePath, fingerprint, signal, report }: TuneOptions,
): Promise<Settings> {
  const key = JSON.stringify([engine.name, settings, task, k, seed, fingerprint]);
  const { name, higherIsBetter } = mainMetric(task, k);
  const free = Object.fromEntries(Object.entries(engine.hyperparameters).filter(([each]) => !(each in settings)));
  const state = await readState(statePath);
  const trials = [...(state[key] ?? [])];
  while (trials.length < wanted) {
    // One stream of chance per trial: a search that goes on proposes what an unbroken one would.
    const random = createRandom(seed * 100_003 + trials.length);
    const hyperparameters = { ...proposeHyperparameters(free, trials, random), ...settings };
    let loss = worst;
    let outcome: string;
    try {
      const metric = (await judge(hyperparameters)).metrics[name]!;
      loss = higherIsBetter ? -metric : metric;
      outcome = `${name} ${metric.toFixed(4)}`;
    } catch (error) {
      signal.throwIfAborted();
      outcome = `failed: ${error instanceof Error ? error.message : error}`;
    }
    trials.push({ hyperparameters, loss });
    await writeState(statePath, { ...state, [key]: trials });
    report(`${engine.name}, trial ${trials.length} of ${wanted}: ${outcome}`);
  }
  const best = trials.reduce((leader, trial) => (trial.loss < leader.loss ? trial : leader));
  if (best.loss === worst) throw new Error("all trials failed");
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
  try {
    await writeFile(`${path}.new`, JSON.stringify(state, null, 1));
    await rename(`${path}.new`, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvaluateError(`The trials cannot be kept in ${path} (${reason}); name another --tune-state.`);
  }
}
