// Which engines are judged, and with which settings.
import { type Dataset, type HyperparameterValue, resolveHyperparameters } from "@matinee/engines";
import { getJudgedEngine, type JudgedEngine, judgedEngines, type Task } from "@matinee/evaluation";
import { EvaluateError } from "./evaluate-error.ts";
import type { EvaluateOptions } from "./options.ts";

export type Settings = Readonly<Record<string, HyperparameterValue>>;

/** An engine and those of its hyperparameters that are not left at their defaults. */
export interface Candidate {
  readonly engine: JudgedEngine;
  readonly settings: Settings;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** Engines of "all" that do the task but not on this data, which lacks a part they need. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
}

const capabilityOf = { rating: "predicts", ranking: "recommends" } as const;

/**
 * The named engines, or all that do the task with what the data has. Settings go to every engine that has them.
 * Throws EvaluateError or EngineInputError for names, settings and values that do not exist or fit.
 */
export function chooseCandidates(
  { engines: names, settings }: Pick<EvaluateOptions, "engines" | "settings">,
  task: Task,
  dataset: Dataset,
): Candidates {
  const named = names === "all" ? judgedEngines.filter((engine) => does(engine, task)) : names.map(getJudgedEngine);
  const foreigner = named.find((engine) => !does(engine, task));
  if (foreigner) throw new EvaluateError(`The engine ${foreigner.name} does not do the task ${task}.`);
  const leftOut = named.flatMap(({ name, needs = [] }) => {
    const missing = needs.find((part) => dataset[part] === undefined);
    return missing ? [{ name, reason: `it needs ${missing}, which this data does not have` }] : [];
  });
  if (names !== "all" && leftOut[0]) {
    throw new EvaluateError(`The engine ${leftOut[0].name} cannot be judged: ${leftOut[0].reason}.`);
  }
  const chosen = named.filter(({ name }) => leftOut.every((each) => each.name !== name));
  return { candidates: withSettings(chosen, settings), leftOut };
}

function withSettings(chosen: readonly JudgedEngine[], settings: Settings): Candidate[] {
  const foreign = Object.keys(settings).find((key) => chosen.every((engine) => !hasSetting(engine, key)));
  if (foreign !== undefined) {
    const known = [...new Set(chosen.flatMap((engine) => Object.keys(engine.hyperparameters)))].join(", ");
    throw new EvaluateError(`There is no hyperparameter "${foreign}"; there are ${known}.`);
  }
  return chosen.map((engine) => {
    const own = Object.fromEntries(Object.entries(settings).filter(([key]) => hasSetting(engine, key)));
    resolveHyperparameters(engine.hyperparameters, own);
    return { engine, settings: own };
  });
}

function does({ capabilities }: JudgedEngine, task: Task): boolean {
  return capabilities.includes(capabilityOf[task]);
}

function hasSetting({ hyperparameters }: JudgedEngine, key: string): boolean {
  return Object.hasOwn(hyperparameters, key);
}
