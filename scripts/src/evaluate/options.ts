// The command line of `npm run evaluate`, proven as far as it can be without reading data.
import { resolve } from "node:path";
import type { HyperparameterValue } from "@matinee/engines";
import { type ProtocolName, protocols, type Task } from "@matinee/evaluation";
import { Command, InvalidArgumentError, Option } from "commander";
import { bundled, parseData } from "../command/data-options.ts";

/** A published set, split by a protocol. */
export interface ProtocolSource {
  readonly kind: "protocol";
  readonly protocol: ProtocolName;
  readonly data: readonly string[];
  /** How often the split is drawn. */
  readonly splits: number;
  readonly minimumVotes: number;
}

/** Two files of one's own. */
export interface FileSource {
  readonly kind: "files";
  readonly train: string;
  readonly test: string;
  readonly task: Task;
  readonly catalog?: readonly string[];
}

export type Source = ProtocolSource | FileSource;

export interface EvaluateOptions {
  readonly source: Source;
  /** "all" or names. */
  readonly engines: "all" | readonly string[];
  readonly settings: Readonly<Record<string, HyperparameterValue>>;
  readonly k: number;
  readonly seed: number;
  /** Settings to try; 0 for none. */
  readonly tune: number;
  readonly tuneState: string;
  readonly json: boolean;
}

interface Flags {
  readonly protocol?: ProtocolName;
  readonly data?: readonly string[];
  readonly splits: number;
  readonly minimumVotes: number;
  readonly train?: string;
  readonly test?: string;
  readonly task?: Task;
  readonly catalog?: readonly string[];
  readonly engine: readonly string[];
  readonly set?: Readonly<Record<string, HyperparameterValue>>;
  readonly k: number;
  readonly seed: number;
  readonly tune?: number;
  readonly tuneState?: string;
  readonly json?: boolean;
}

/** Prints help or the mistake and ends the process where the arguments ask for it. */
export function parseEvaluateOptions(args: readonly string[]): EvaluateOptions {
  const command = new Command("npm run evaluate --")
    .description("Judges engines by a published protocol, or on two files of ratings.")
    .addOption(new Option("--protocol <name>", "how to split and what to measure").choices(Object.keys(protocols)))
    .option(
      "--data <path>",
      'ratings that the protocol splits, in a known layout, or "sampler"; repeated, what tells more of their films',
      collectData,
    )
    .option("--splits <n>", "draw the protocol's random split so often, with seeds from --seed up", wholeNumber(1), 1)
    .option("--minimum-votes <n>", "ratings that a film needs in popular-items-rating", wholeNumber(1), 1000)
    .option("--train <csv>", "ratings to learn from: userId,movieId,rating[,timestamp]", parsePath)
    .option("--test <csv>", "ratings to be judged on", parsePath)
    .addOption(new Option("--task <task>", "what to do with --test").choices(["rating", "ranking"]))
    .option(
      "--catalog <path>",
      "films (and users) in a known layout, for side information; may be repeated",
      collectPaths,
    )
    .option("--engine <names...>", '"all" that fit the task, or names', ["all"])
    .option("--set <key=value...>", "hyperparameters, for the engines that have them", parseSetting)
    .option("--k <n>", "length of the lists", wholeNumber(1), 10)
    .option("--seed <n>", "seed of splits, engines, search and bootstrap", wholeNumber(0), 1)
    .option(
      "--tune <n>",
      "try n settings per engine on a validation part of the training ratings first",
      wholeNumber(1),
    )
    .option("--tune-state <path>", "where --tune keeps its trials, to go on after a stop", parsePath)
    .option("--json", "print nothing to standard output but one JSON document")
    .addHelpText("after", `\nProtocols:\n${describeProtocols()}`)
    .allowExcessArguments(false);
  const flags = command.parse([...args], { from: "user" }).opts<Flags>();
  const source = sourceOf(flags);
  if (typeof source === "string") return command.error(`error: ${source}`);
  const { engine, set = {}, tune = 0, json = false, k, seed } = flags;
  const engines = [...new Set(engine.flatMap((names) => names.split(",")).filter((name) => name !== ""))];
  const data = source.kind === "files" ? source.train : source.data[0];
  return {
    source,
    engines: engines.includes("all") ? "all" : engines,
    settings: set,
    tuneState: flags.tuneState ?? `${data}.tune.json`,
    tune,
    json,
    k,
    seed,
  };
}

/** The source, or what is wrong with the flags. */
function sourceOf({ protocol, data, train, test, task, catalog, splits, minimumVotes, tune }: Flags): Source | string {
  if (train ?? test ?? task ?? catalog) {
    if (protocol ?? data) return "--train, --test, --task and --catalog do not go with --protocol and --data.";
    if (!train || !test || !task) return "Name --train, --test and --task together.";
    return { kind: "files", train, test, task, ...(catalog && { catalog }) };
  }
  if (protocol === "planted-tastes" && data?.some((path) => path !== bundled)) {
    return `planted-tastes goes with --data ${bundled}: of other ratings nobody knows the truth.`;
  }
  if (data && data.length > 1 && data.includes(bundled)) return `--data ${bundled} goes alone.`;
  if (!protocol || (!data && protocol !== "planted-tastes")) {
    return "Name --protocol and --data, or --train, --test and --task.";
  }
  if (tune && (splits > 1 || protocol === "ml-100k-5fold")) {
    return "--tune goes with one split: its settings would be chosen on what other folds test.";
  }
  return { kind: "protocol", protocol, data: data ?? [bundled], splits, minimumVotes };
}

function describeProtocols(): string {
  return Object.entries(protocols)
    .map(([name, { description }]) => `  ${name.padEnd(30)}${description}`)
    .join("\n");
}

/** npm runs scripts in the repository's folder; paths are meant from where the command was typed. */
function parsePath(value: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), value);
}

const collectData = (value: string, previous: readonly string[] = []) => [...previous, parseData(value)];

const collectPaths = (value: string, previous: readonly string[] = []) => [...previous, parsePath(value)];

function wholeNumber(minimum: number) {
  return (value: string): number => {
    const number = Number(value);
    if (value.trim() !== "" && Number.isSafeInteger(number) && number >= minimum) return number;
    throw new InvalidArgumentError(`Give a whole number from ${minimum}.`);
  };
}

function parseSetting(value: string, earlier: Readonly<Record<string, HyperparameterValue>> = {}) {
  const [, key, text] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (key === undefined || text === undefined) throw new InvalidArgumentError("Write it as key=value.");
  return { ...earlier, [key]: Number.isNaN(Number(text)) ? text : Number(text) };
}
