// The border every engine checks its settings at.
import { EngineInputError, type HyperparameterRange } from "./engine.types.ts";

/** The given values over the defaults. Throws EngineInputError for an unknown name, NaN, or a value out of range. */
export function resolveHyperparameters<Name extends string>(
  ranges: Readonly<Record<Name, HyperparameterRange>>,
  given: Partial<Record<Name, number>> = {},
): Record<Name, number> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(ranges, name)) {
      throw new EngineInputError(`There is no hyperparameter "${name}"; there are ${Object.keys(ranges).join(", ")}.`);
    }
  }
  const names = Object.keys(ranges) as Name[];
  return Object.fromEntries(names.map((name) => [name, checked(name, ranges[name], given[name])])) as Record<
    Name,
    number
  >;
}

function checked(name: string, range: HyperparameterRange, given: number | undefined): number {
  const value = given ?? range.default;
  const { minimum, maximum } = range;
  if (!(value >= minimum && value <= maximum)) {
    throw new EngineInputError(
      `The hyperparameter "${name}" is ${value}; it must lie between ${minimum} and ${maximum}.`,
    );
  }
  if (range.integer && !Number.isInteger(value)) {
    throw new EngineInputError(`The hyperparameter "${name}" is ${value}; it must be a whole number.`);
  }
  return value;
}
