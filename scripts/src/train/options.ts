// Every option of `npm run train`.
import { type EngineName, engines, getEngine, type HyperparameterValue } from "@matinee/engines";
import { defaultEngines } from "@matinee/workflows";
import { Command, InvalidArgumentError } from "commander";
import { CommandError } from "../command/command-error.ts";
import { type DatabaseAddress, databaseUrlOption, folderOption } from "../command/database-options.ts";

interface TrainCommandOptions extends DatabaseAddress {
  readonly engine?: string;
  readonly set: readonly string[];
  readonly seed: number;
  readonly threads?: number;
  readonly promote: boolean;
  readonly measure: boolean;
  readonly list: boolean;
}

export interface TrainCommand extends Omit<TrainCommandOptions, "engine" | "set"> {
  readonly engines: readonly EngineName[];
  readonly hyperparameters: Readonly<Record<string, HyperparameterValue>>;
}

function parseCount(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < minimum)
      throw new InvalidArgumentError(`Give a whole number from ${minimum}.`);
    return value;
  };
}

/** "default", "all", or names separated by commas. Throws EngineInputError for an unknown one. */
export function parseEngines(text: string): EngineName[] {
  if (text === "default") return [...defaultEngines];
  if (text === "all") return Object.keys(engines) as EngineName[];
  return [...new Set(text.split(",").map((name) => getEngine(name.trim()).name))];
}

/** Each "key=value"; a value is a number where the engines have a range. */
function parseSettings(settings: readonly string[], names: readonly EngineName[]): Record<string, HyperparameterValue> {
  const parsed: Record<string, HyperparameterValue> = {};
  for (const setting of settings) {
    const [, key, text] = /^([^=]+)=(.+)$/.exec(setting) ?? [];
    if (!key || !text) throw new CommandError(`"--set ${setting}" must be key=value.`);
    for (const name of names) {
      const rule = getEngine(name).hyperparameters[key];
      if (!rule) {
        const known = Object.keys(getEngine(name).hyperparameters).join(", ");
        throw new CommandError(`The engine ${name} has no hyperparameter "${key}"; it has ${known}.`);
      }
      parsed[key] = "choices" in rule ? text : Number(text);
    }
  }
  return parsed;
}

export function parseTrainCommand(args: readonly string[]): TrainCommand {
  const command = new Command("npm run train --")
    .description("Trains engines on the ratings of the database and registers the models.")
    .option("--engine <names>", 'names separated by commas, "default" for those the site needs, or "all"')
    .option("--set <key=value>", "a hyperparameter; may be given again", (value, all: string[]) => [...all, value], [])
    .option("--seed <number>", "of everything random", parseCount(0), 1)
    .option("--threads <number>", "of each training; all cores by default", parseCount(1))
    .option("--promote", "puts the models in use when all are trained", false)
    .option("--no-measure", "does not judge the engines on held-out ratings")
    .option("--list", "lists the engines with their hyperparameters, and trains none", false)
    .addOption(databaseUrlOption())
    .addOption(folderOption())
    .allowExcessArguments(false);
  const { engine, set, ...options } = command.parse([...args], { from: "user" }).opts<TrainCommandOptions>();
  if (options.list) return { ...options, engines: [], hyperparameters: {} };
  if (!engine)
    throw new CommandError('Name what to train: --engine NAME[,NAME…], "default" or "all"; --list names them.');
  const names = parseEngines(engine);
  return { ...options, engines: names, hyperparameters: parseSettings(set, names) };
}
