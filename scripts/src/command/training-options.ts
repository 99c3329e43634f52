// What `npm run train` and `npm run pipeline` are told in the same words.
import { type EngineName, engines, getEngine } from "@matinee/engines";
import { defaultEngines } from "@matinee/workflows";
import { InvalidArgumentError, Option } from "commander";

/** "default", "all", or names separated by commas. Throws EngineInputError for an unknown one. */
export function parseEngines(text: string): EngineName[] {
  if (text === "default") return [...defaultEngines];
  if (text === "all") return Object.keys(engines) as EngineName[];
  return [...new Set(text.split(",").map((name) => getEngine(name.trim()).name))];
}

function parseCount(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`Give a whole number from ${minimum}.`);
  };
}

export const engineOption = () =>
  new Option("--engine <names>", 'names separated by commas, "default" for those that the site needs, or "all"');

export const seedOption = () =>
  new Option("--seed <number>", "of everything random").argParser(parseCount(0)).default(1);

export const threadsOption = () =>
  new Option("--threads <number>", "of each training; the cores are shared out when not given").argParser(
    parseCount(1),
  );
