// The databases that specs run on, each fresh and migrated: PGlite always, Postgres where TEST_DATABASE_URL names one.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createScratchDatabase,
  type Database,
  type DatabaseOptions,
  migrate,
  openDatabase,
} from "../../db/src/index.ts";

export interface TestDatabase {
  readonly kind: Database["kind"];
  /** For the titles of specs; says also why they are skipped. */
  readonly name: string;
  /** Why it cannot be used here. */
  readonly skipReason: string | undefined;
  /** A new database with all tables and no rows; `close` also removes it. */
  open(options?: Pick<DatabaseOptions, "queryTimeoutMs" | "onNotice">): Promise<Database>;
}

const serverUrl = process.env.TEST_DATABASE_URL;

/** The README says how to come by one. */
const need = "needs TEST_DATABASE_URL";

export const databases: readonly TestDatabase[] = [
  { kind: "pglite", name: "PGlite", skipReason: undefined, open: openPglite },
  {
    kind: "postgres",
    name: serverUrl ? "Postgres" : `Postgres (${need})`,
    skipReason: serverUrl ? undefined : need,
    open: openPostgres,
  },
];

async function openPglite(options: Parameters<TestDatabase["open"]>[0]): Promise<Database> {
  const dump = await migratedDump();
  return openDatabase({ ...options, loadDataDir: dump });
}

async function openPostgres(options: Parameters<TestDatabase["open"]>[0]): Promise<Database> {
  const { url, drop } = await createScratchDatabase(serverUrl!);
  const database = await openDatabase({ ...options, url });
  await migrate(database);
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

const root = new URL("../../", import.meta.url);

/** A migrated PGlite database to start from (making one takes seconds), kept between runs for as long as the migrations stay as they are. */
export async function migratedDump(): Promise<Blob> {
  const folder = fileURLToPath(new URL("node_modules/.cache/matinee-tests/", root));
  const file = `${folder}${migrationsHash()}.tar`;
  if (!existsSync(file)) {
    const database = await openDatabase({});
    await migrate(database);
    const dump = await database.dump();
    await database.close();
    mkdirSync(folder, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, new Uint8Array(await dump.arrayBuffer()));
    renameSync(unfinished, file);
  }
  return new Blob([readFileSync(file)]);
}

function migrationsHash(): string {
  const hash = createHash("sha256");
  const migrations = new URL("db/src/migrations/", root);
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(new URL(name, migrations)));
  hash.update(readFileSync(new URL("node_modules/@electric-sql/pglite/package.json", root)));
  return hash.digest("hex").slice(0, 16);
}
