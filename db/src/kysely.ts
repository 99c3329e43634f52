import { CamelCasePlugin, type Dialect, Kysely } from "kysely";
import type { Tables } from "./tables/tables.ts";

/** camelCase here, snake_case in SQL; the keys of stored JSON stay as they are. */
export function createKysely(dialect: Dialect): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect,
    plugins: [new CamelCasePlugin({ underscoreBeforeDigits: true, maintainNestedObjectKeys: true })],
  });
}
