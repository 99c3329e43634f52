// Where a command finds the database: the same flags and variables for all of them.
import { resolve } from "node:path";
import { type Database, DatabaseError, migrate, openDatabase } from "@matinee/db";
import { Option } from "commander";
import { root } from "../root.ts";
import { CommandError } from "./command-error.ts";

export interface DatabaseAddress {
  readonly databaseUrl?: string;
  /** Holds the embedded database and downloads. */
  readonly folder: string;
}

/** npm runs scripts in the repository's folder; paths are meant from where the command was typed. */
export function parsePath(value: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), value);
}

export const databaseUrlOption = () =>
  new Option("--database-url <url>", "PostgreSQL with pgvector instead of the embedded database").env("DATABASE_URL");

export const folderOption = () =>
  new Option("--folder <path>", "where the embedded database and downloads live")
    .env("MATINEE_FOLDER")
    .argParser(parsePath)
    .default(resolve(root, ".matinee"), ".matinee");

export function openAddress({ databaseUrl, folder }: DatabaseAddress): Promise<Database> {
  return openDatabase(databaseUrl ? { url: databaseUrl } : { folder: resolve(folder, "database") });
}

/** Opens and migrates it, runs `work`, and closes it. Throws CommandError while a running Matinee holds the folder. */
export async function withDatabase<Result>(
  address: DatabaseAddress,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openAddress(address).catch((error) => {
    if (!(error instanceof DatabaseError && error.code === "IN_USE")) throw error;
    throw new CommandError(
      "A running Matinee holds the embedded database, which has room for one process: stop it (Ctrl-C where it runs) and run this again, or keep the data in a PostgreSQL server (DATABASE_URL), where both can work at once.",
    );
  });
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}
