// The API in a process of its own, as users run it, over a test database that holds the trained sampler.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogOf, sampler } from "@matinee/datasets";
import type { Database } from "@matinee/db";
import { ensureModels, importCatalog } from "@matinee/workflows";
import { startApi } from "../../apps/api/src/start-api.ts";
import { databases } from "../kit/databases.ts";
import type { FromApi, ToApi } from "./api-process.messages.ts";
import { testConfig } from "./test-config.ts";

const database = await databases.find(({ name }) => name === process.argv[2])!.open();
const folder = await mkdtemp(join(tmpdir(), "matinee-api-"));
await importCatalog(database, catalogOf(sampler()));
await ensureModels(database, { revision: "test" });

const counted = countingDatabase(database);
const config = testConfig(folder);
const api = await startApi({ config, database: counted.database });
const tell = (message: FromApi) => process.send!(message);

process.on("message", async (message: ToApi) => {
  if (message === "count") return tell({ type: "counted", statements: counted.count() });
  await api.close();
  await database.close();
  await rm(folder, { recursive: true });
  process.disconnect();
});
tell({ type: "ready", url: api.url });

function countingDatabase(database: Database): { database: Database; count: () => number } {
  let statements = 0;
  const kysely = database.kysely.withPlugin({
    transformQuery({ node }) {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { database: { ...database, kysely }, count: () => statements };
}
