// Every option of `npm start`, by flag and by environment variable.
import { Command, InvalidArgumentError, Option } from "commander";
import { type DataOptions, dataOption } from "../command/data-options.ts";
import { type DatabaseAddress, databaseUrlOption, folderOption } from "../command/database-options.ts";
import { type EmbeddingOptions, embeddingsOption, modelsOption } from "../command/embedding-options.ts";

export interface StartOptions extends DatabaseAddress, DataOptions, EmbeddingOptions {
  /** The address that site and API listen at. */
  readonly host: string;
  readonly port: number;
  readonly apiPort: number;
  readonly reset: boolean;
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new InvalidArgumentError("A port is 1 to 65535.");
  return port;
}

/** A variable that is set to anything else must not cost a database. */
function asksForReset(): boolean {
  return process.env.MATINEE_RESET === "1";
}

/** Prints help or the mistake and ends the process where the arguments ask for it. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const command = new Command("npm start --")
    .description("Runs Matinee: database, recommendation models, GraphQL API and site.")
    .addOption(dataOption())
    .addOption(databaseUrlOption())
    .addOption(folderOption())
    .addOption(modelsOption())
    .addOption(embeddingsOption())
    .addOption(
      new Option("--host <address>", "address to listen at; 0.0.0.0 lets the network in")
        .env("HOST")
        .default("127.0.0.1"),
    )
    .addOption(new Option("--port <number>", "port of the site").env("PORT").argParser(parsePort).default(3000))
    .addOption(new Option("--api-port <number>", "port of the API").env("API_PORT").argParser(parsePort).default(4000))
    .option("--reset", "empties the database first; asks nothing (env: MATINEE_RESET=1)", asksForReset())
    .allowExcessArguments(false);
  return command.parse([...args], { from: "user" }).opts<StartOptions>();
}
