// Every option of `npm run pipeline`.
import type { EngineName } from "@matinee/engines";
import { type StepName, stepNames } from "@matinee/workflows";
import { Command, Option } from "commander";
import { type DataOptions, dataOption } from "../command/data-options.ts";
import { type DatabaseAddress, databaseUrlOption, folderOption } from "../command/database-options.ts";
import { type EmbeddingOptions, embeddingsOption, modelsOption } from "../command/embedding-options.ts";
import { engineOption, parseEngines, seedOption, threadsOption } from "../command/training-options.ts";

export interface PipelineCommand extends DatabaseAddress, DataOptions, EmbeddingOptions {
  readonly engine: readonly EngineName[];
  readonly seed: number;
  readonly threads?: number;
  readonly from?: StepName;
  readonly force: boolean;
  readonly list: boolean;
}

export function parsePipelineCommand(args: readonly string[]): PipelineCommand {
  const command = new Command("npm run pipeline --")
    .description(
      `Brings data to models in use: ${stepNames.join(" → ")}. Goes on where the last run failed; skips what is unchanged.`,
    )
    .addOption(dataOption())
    .addOption(engineOption().argParser(parseEngines).default(parseEngines("default"), "default"))
    .addOption(seedOption())
    .addOption(threadsOption())
    .addOption(new Option("--from <step>", "runs this step and those after it even when unchanged").choices(stepNames))
    .option("--force", "promotes also models that fell behind those in use", false)
    .option("--list", "lists the last runs with their steps, and runs none", false)
    .addOption(databaseUrlOption())
    .addOption(folderOption())
    .addOption(modelsOption())
    .addOption(embeddingsOption())
    .allowExcessArguments(false);
  return command.parse([...args], { from: "user" }).opts<PipelineCommand>();
}
