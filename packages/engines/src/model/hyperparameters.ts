// The border every engine checks its settings at.
import {
  EngineInputError,
  type HyperparameterChoice,
  type HyperparameterRange,
  type HyperparameterRule,
  type HyperparameterValue,
} from "../engine.types.ts";

/** The given values over the defaults. Throws EngineInputError for an unknown name, NaN, or a value out of range. */
export function resolveHyperparameters<Hyperparameters extends Record<keyof Hyperparameters, HyperparameterValue>>(
  rules: Readonly<Record<keyof Hyperparameters, HyperparameterRule>>,
  given: Partial<Hyperparameters> = {},
): Hyperparameters {
  const known = Object.entries<HyperparameterRule>(rules);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(rules, name)) {
      const names = known.map(([each]) => each).join(", ");
      throw new EngineInputError(`There is no hyperparameter "${name}"; there are ${names}.`);
    }
  }
  const values: Partial<Record<string, HyperparameterValue>> = given;
  return Object.fromEntries(
    known.map(([name, rule]) => {
      const value = values[name] ?? rule.default;
      return [name, "choices" in rule ? checkedChoice(name, rule, value) : checkedNumber(name, rule, value)];
    }),
  ) as Hyperparameters;
}

function checkedChoice(name: string, { choices }: HyperparameterChoice, value: HyperparameterValue): string {
  if (typeof value === "string" && choices.includes(value)) return value;
  throw new EngineInputError(`The hyperparameter "${name}" is ${value}; it must be one of ${choices.join(", ")}.`);
}

function checkedNumber(name: string, range: HyperparameterRange, value: HyperparameterValue): number {
  const { minimum, maximum } = range;
  if (!(typeof value === "number" && value >= minimum && value <= maximum)) {
    throw new EngineInputError(
      `The hyperparameter "${name}" is ${value}; it must lie between ${minimum} and ${maximum}.`,
    );
  }
  if (range.integer && !Number.isInteger(value)) {
    throw new EngineInputError(`The hyperparameter "${name}" is ${value}; it must be a whole number.`);
  }
  return value;
}
