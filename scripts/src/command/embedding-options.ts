// Which embedder the films' texts go through: the same flags and variables for all commands.
import { resolve } from "node:path";
import type { EmbedderChoice } from "@matinee/embeddings";
import { Option } from "commander";
import { type DatabaseAddress, parsePath } from "./database-options.ts";

export interface EmbeddingOptions {
  /** Holds MiniLM, or will. */
  readonly models?: string;
  readonly embeddings: EmbedderChoice;
}

export const modelsOption = () =>
  new Option("--models <path>", "where MiniLM is, or is downloaded to; the folder's models when not named")
    .env("MATINEE_MODELS")
    .argParser(parsePath);

export const embeddingsOption = () =>
  new Option(
    "--embeddings <choice>",
    "auto: MiniLM as soon as it is at hand; distilled: the built-in table, no download",
  )
    .env("MATINEE_EMBEDDINGS")
    .choices(["auto", "distilled"] satisfies EmbedderChoice[])
    .default("auto" satisfies EmbedderChoice);

export function toEmbeddersOptions({ models, embeddings, folder }: EmbeddingOptions & DatabaseAddress) {
  return { choice: embeddings, modelsFolder: models ?? resolve(folder, "models") };
}
