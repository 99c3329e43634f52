// Every option of `npm run import`.
import { Command } from "commander";
import { dataOption } from "../command/data-options.ts";
import { type DatabaseAddress, databaseUrlOption, folderOption } from "../command/database-options.ts";

export interface ImportCommand extends DatabaseAddress {
  readonly data: readonly string[];
}

/** Prints help or the mistake and ends the process where the arguments ask for it. */
export function parseImportCommand(args: readonly string[]): ImportCommand {
  const command = new Command("npm run import --")
    .description(
      "Brings films, ratings and reviews into the database, beside what it holds: films that are the same become one.",
    )
    .addOption(dataOption().makeOptionMandatory())
    .addOption(databaseUrlOption())
    .addOption(folderOption())
    .allowExcessArguments(false);
  return command.parse([...args], { from: "user" }).opts<ImportCommand>();
}
