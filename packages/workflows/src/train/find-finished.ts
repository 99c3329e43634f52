import type { ModelRow } from "@matinee/db";
import { type EngineName, getEngine, type HyperparameterValue } from "@matinee/engines";
import { formatVersionOf } from "../registry/format-version.ts";

interface Wanted {
  readonly engines: readonly EngineName[];
  readonly hyperparameters?: Readonly<Record<string, HyperparameterValue>>;
  readonly seed: number;
}

/** The newest unpruned model of each engine that a training of the same data with the same settings would make again. */
export function findFinished(
  models: readonly ModelRow[],
  fingerprint: string,
  { engines, hyperparameters = {}, seed }: Wanted,
): ModelRow[] {
  return engines.flatMap((engine) => {
    const rules = Object.entries(getEngine(engine).hyperparameters);
    const isSame = (model: ModelRow) =>
      model.engine === engine &&
      model.fingerprint === fingerprint &&
      model.seed === seed &&
      model.formatVersion === formatVersionOf(engine) &&
      model.prunedAt === null &&
      rules.every(([key, rule]) => model.hyperparameters[key] === (hyperparameters[key] ?? rule.default));
    return models
      .filter(isSame)
      .sort((a, b) => b.id - a.id)
      .slice(0, 1);
  });
}
