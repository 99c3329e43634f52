import type { Database, DatabaseOptions } from "./database.types.ts";
import { openPglite } from "./pglite/open-pglite.ts";
import { openPostgres } from "./postgres/open-postgres.ts";

/**
 * Opens the server at `url`, else PGlite in `folder`. Only this place decides which; does not migrate.
 * @throws {DatabaseError} IN_USE when another process holds the folder, UNREACHABLE when no server answers.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openPostgres({ ...options, url: options.url }) : openPglite(options);
}
