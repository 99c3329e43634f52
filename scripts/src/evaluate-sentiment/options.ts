import { Command } from "commander";
import { parsePath } from "../command/database-options.ts";

export interface SentimentOptions {
  readonly data: string;
  /** Judges DistilBERT from this folder instead of the committed model. */
  readonly models?: string;
  readonly json?: boolean;
}

/** Prints help or the mistake and ends the process where the arguments ask for it. */
export function parseSentimentOptions(args: readonly string[]): SentimentOptions {
  return new Command("npm run evaluate-sentiment --")
    .description("Judges the sentiment classifier on texts whose right answers are known.")
    .requiredOption("--data <path>", 'JSON lines {"text": "…", "label": "pos" or "neg"}, may be gzipped', parsePath)
    .option("--models <path>", "judge DistilBERT from this folder of models instead", parsePath)
    .option("--json", "print nothing to standard output but one JSON document")
    .allowExcessArguments(false)
    .parse([...args], { from: "user" })
    .opts<SentimentOptions>();
}
