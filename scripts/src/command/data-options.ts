// Where films and ratings come from: the same flags and variables for all commands.
import { Option } from "commander";
import { parsePath } from "./database-options.ts";

export interface DataOptions {
  /** A MovieLens folder or zip, or "sampler" for the bundled films. */
  readonly data?: string;
  /** The Wikipedia film list to read beside it. */
  readonly wikipedia?: string;
}

export const dataOption = () =>
  new Option("--data <path>", 'MovieLens folder or zip, or "sampler" for the bundled films')
    .env("MATINEE_DATA")
    .argParser((value) => (value === "sampler" ? value : parsePath(value)));

export const wikipediaOption = () =>
  new Option("--wikipedia <path>", "Wikipedia film list (JSON, may be gzipped) read beside --data")
    .env("MATINEE_WIKIPEDIA")
    .argParser(parsePath);
