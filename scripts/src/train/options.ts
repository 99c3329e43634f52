// Every option of `npm run train`.
import { type EngineName, getEngine, type HyperparameterValue } from "@matinee/engines";
import { Command } from "commander";
import { CommandError } from "../command/command-error.ts";
import { type DatabaseAddress, databaseUrlOption, folderOption } from "../command/database-options.ts";
import { engineOption, parseEngines, seedOption, threadsOption } from "../command/training-options.ts";

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
    .addOption(engineOption())
    .option("--set <key=value>", "a hyperparameter; may be given again", (value, all: string[]) => [...all, value], [])
    .addOption(seedOption())
    .addOption(threadsOption())
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
