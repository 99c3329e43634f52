// Which engines are judged, and with which settings.
import {
  type AnyEngine,
  type Dataset,
  engines,
  getEngine,
  type HyperparameterValue,
  resolveHyperparameters,
} from "@matinee/engines";
import type { Task } from "@matinee/evaluation";
import { EvaluateError } from "./evaluate-error.ts";
import type { EvaluateOptions } from "./options.ts";

export type Settings = Readonly<Record<string, HyperparameterValue>>;

/** An engine and those of its hyperparameters that are not left at their defaults. */
export interface Candidate {
  readonly engine: AnyEngine;
  readonly settings: Settings;
}

const capabilityOf = { rating: "predicts", ranking: "recommends" } as const;

/**
 * The named engines, or all that have the task's capability and whose needs the data meets. Settings go to every engine
 * that has them. Throws EvaluateError or EngineInputError for names, settings and values that do not exist or fit.
 */
export function chooseCandidates(
  { engines: names, settings }: Pick<EvaluateOptions, "engines" | "settings">,
  task: Task,
  dataset: Dataset,
): Candidate[] {
  const chosen =
    names === "all"
      ? Object.values(engines).filter((engine) => !obstacle(engine, task, dataset))
      : names.map(getEngine);
  for (const engine of chosen) {
    const reason = obstacle(engine, task, dataset);
    if (reason) throw new EvaluateError(reason);
  }
  if (chosen.length === 0) throw new EvaluateError(`There is no engine for the task ${task}.`);
  const candidates = chosen.map((engine) => ({
    engine,
    settings: Object.fromEntries(
      Object.entries(settings).filter(([key]) => Object.hasOwn(engine.hyperparameters, key)),
    ),
  }));
  const foreign = Object.keys(settings).find((key) => candidates.every((each) => !Object.hasOwn(each.settings, key)));
  if (foreign !== undefined) {
    const known = [...new Set(chosen.flatMap((engine) => Object.keys(engine.hyperparameters)))].join(", ");
    throw new EvaluateError(`There is no hyperparameter "${foreign}"; there are ${known}.`);
  }
  for (const each of candidates) resolveHyperparameters(each.engine.hyperparameters, each.settings);
  return candidates;
}

/** Why the engine cannot do the task on this data; undefined where it can. */
function obstacle({ name, capabilities, needs = [] }: AnyEngine, task: Task, dataset: Dataset): string | undefined {
  if (!capabilities.includes(capabilityOf[task])) return `The engine ${name} does not do the task ${task}.`;
  const missing = needs.find((part) => dataset[part] === undefined);
  return missing && `The engine ${name} needs ${missing}, which this data does not have.`;
}
