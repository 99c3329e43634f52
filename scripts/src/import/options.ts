// Every option of `npm run import`.
import { Command } from "commander";
import { dataOption } from "../command/data-options.ts";
import { type DatabaseAddress, databaseUrlOption, folderOption } from "../command/database-options.ts";

export interface ImportCommand extends DatabaseAddress {
  /** Absent: what the database holds, which can only be checked. */
  readonly data?: readonly string[];
  readonly check: boolean;
}

/** Prints help or the mistake and ends the process where the arguments ask for it. */
export function parseImportCommand(args: readonly string[]): ImportCommand {
  const command = new Command("npm run import --")
    .description(
      "Brings films, ratings and reviews into the database, beside what it holds: films that are the same become one.",
    )
    .addOption(dataOption())
    .option(
      "--check",
      "imports nothing: holds the named data, else what is stored, against what is expected of it; ends with 1 when a hard expectation fails",
      false,
    )
    .addOption(databaseUrlOption())
    .addOption(folderOption())
    .allowExcessArguments(false);
  const options = command.parse([...args], { from: "user" }).opts<ImportCommand>();
  if (!options.data && !options.check) command.error("Name the data to import with --data PATH.");
  return options;
}
