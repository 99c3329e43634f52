// Where films and ratings come from: the same flags and variables for all commands.
import { delimiter } from "node:path";
import { simulations } from "@matinee/datasets";
import { Option } from "commander";
import { parsePath } from "./database-options.ts";

export interface DataOptions {
  /** Folders, zips and files in known layouts, or "sampler" for the bundled films. */
  readonly data?: readonly string[];
}

/** The name of the bundled films where a path could stand. */
export const bundled = "sampler";

/** A catalog made for measuring, by its name where a path could stand. */
export const isSimulation = (value: string | undefined): value is keyof typeof simulations =>
  value !== undefined && Object.hasOwn(simulations, value);

export const parseData = (value: string) => (value === bundled || isSimulation(value) ? value : parsePath(value));

/** May be given several times; the variable names several with what parts folders in PATH. */
export function dataOption(): Option {
  const named = process.env.MATINEE_DATA?.split(delimiter).filter((path) => path !== "");
  const fromEnvironment = named && named.length > 0 ? named.map(parseData) : undefined;
  return new Option(
    "--data <path>",
    'films, ratings or reviews: a folder, zip or file in a known layout, or "sampler" for the bundled films; may be repeated; for measuring "simulated:100k", "simulated:1m" or "simulated:25m" (env: MATINEE_DATA)',
  )
    .default(fromEnvironment)
    .argParser((value, previous: readonly string[] | undefined) =>
      previous === undefined || previous === fromEnvironment ? [parseData(value)] : [...previous, parseData(value)],
    );
}
