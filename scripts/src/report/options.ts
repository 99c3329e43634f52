// Every option of `npm run report`.
import { Command } from "commander";
import { type DatabaseAddress, databaseUrlOption, folderOption, parsePath } from "../command/database-options.ts";

export interface ReportCommand extends DatabaseAddress {
  readonly out: string;
}

/** Prints help or the mistake and ends the process where the arguments ask for it. */
export function parseReportCommand(args: readonly string[]): ReportCommand {
  const command = new Command("npm run report --")
    .description("Writes what the stored data looks like, and how each engine in use works on it, as one HTML file.")
    .requiredOption("--out <file>", "the file to write; one that is there is replaced", parsePath)
    .addOption(databaseUrlOption())
    .addOption(folderOption())
    .allowExcessArguments(false);
  return command.parse([...args], { from: "user" }).opts<ReportCommand>();
}
