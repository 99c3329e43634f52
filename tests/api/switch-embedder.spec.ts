// MiniLM takes over while the API answers: no request fails, and none compares a query with another embedder's vectors.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampler } from "@matinee/datasets";
import { type Database, importRepository, modelsRepository } from "@matinee/db";
import { embedderEngine, ensureModels, requireVectors, trainModels } from "@matinee/workflows";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningApi, startApi } from "../../apps/api/src/start-api.ts";
import { databases } from "../kit/databases.ts";
import { smallCatalog } from "../kit/small-catalog.ts";
import { ask } from "./api-client.ts";
import { testConfig } from "./test-config.ts";

const modelsFolder = process.env.TEST_MODELS;
const revision = "revision-of-test";
const query = "a ship in the ice";
/** Embedding runs behind everything else, so a busy machine takes its time. */
const patience = 240_000;

/** Few films, as each takes MiniLM some milliseconds, with texts that differ. */
function catalogWithPlots() {
  const catalog = smallCatalog({ movies: 60, viewers: 20, ratingsPerViewer: 10 });
  const plots = sampler().movies.map(({ overview }) => overview);
  return { ...catalog, movies: catalog.movies.map((movie, index) => ({ ...movie, overview: plots[index] ?? null })) };
}

describe.each(databases)("the switch to MiniLM on $name (needs TEST_MODELS)", ({ skipReason, open }) => {
  if (skipReason || !modelsFolder) return it.skip("loses no request", () => {});
  let database: Database;
  let folder: string;

  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), "matinee-switch-"));
    await importRepository(database.kysely).importCatalog(catalogWithPlots(), {});
    await trainModels(database, {
      engines: ["bayesian-average", "content-embedding"],
      seed: 1,
      embedderModelId: await requireVectors(database),
      revision,
      promote: true,
      measures: "never",
    });
  });
  afterAll(async () => {
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  function start(embeddings: "auto" | "distilled"): Promise<RunningApi> {
    const config = testConfig(folder, { MATINEE_MODELS: modelsFolder!, MATINEE_EMBEDDINGS: embeddings });
    return startApi({ config, database });
  }

  async function findByMeaning(api: RunningApi): Promise<string> {
    const { data, errors, response } = await ask(api.url, "Search", { query, mode: "SEMANTIC" });
    if (errors || response.status !== 200) throw new Error(JSON.stringify(errors ?? response.status));
    return JSON.stringify(
      data.search.edges.map(({ score, node }: { score: number; node: { id: string } }) => [node.id, score]),
    );
  }

  const listVectors = async () => {
    const rows = await modelsRepository(database.kysely).list();
    return rows.filter(({ engine, prunedAt }) => engine === embedderEngine && prunedAt === null);
  };

  it("leaves nothing behind when the API closes in its midst", async () => {
    const api = await start("auto");
    await api.close();
    expect(await listVectors()).toMatchObject([
      { status: "promoted", hyperparameters: { embedder: "distilled-minilm" } },
    ]);
  });

  it(
    "loses no request, and answers by the old vectors or the new ones",
    async () => {
      const old = await start("distilled");
      const oldAnswer = await findByMeaning(old);
      await old.close();

      const api = await start("auto");
      const answers = new Set<string>();
      const failures: unknown[] = [];
      let isOver = false;
      const askOn = async () => {
        while (!isOver)
          await findByMeaning(api).then(
            (answer) => answers.add(answer),
            (error) => failures.push(error),
          );
      };
      const asking = [askOn(), askOn()];
      try {
        await vi.waitFor(() => expect(answers.size).toBeGreaterThan(1), { timeout: patience, interval: 200 });
      } finally {
        isOver = true;
        await Promise.all(asking);
      }
      const newAnswer = await findByMeaning(api);
      expect(failures).toEqual([]);
      expect(newAnswer).not.toBe(oldAnswer);
      expect([...answers].sort()).toEqual([oldAnswer, newAnswer].sort());
      await api.close();

      const promoted = await modelsRepository(database.kysely).listPromoted();
      const versions = Object.fromEntries(promoted.map(({ engine, version }) => [engine, version]));
      expect(versions).toMatchObject({ [embedderEngine]: 2, "content-embedding": 2, "bayesian-average": 1 });
    },
    patience,
  );

  it("is over for good: the next start has MiniLM at once and embeds nothing", async () => {
    await ensureModels(database, { revision, choice: "auto", modelsFolder: modelsFolder! });
    const api = await start("auto");
    const answer = await findByMeaning(api);
    expect(answer).not.toBe("[]");
    await api.close();
    expect(await listVectors()).toHaveLength(2);
  });

  it("is taken back by a start that keeps MiniLM away", async () => {
    await ensureModels(database, { revision, choice: "distilled", modelsFolder: modelsFolder! });
    const [inUse] = (await listVectors()).filter(({ status }) => status === "promoted");
    expect(inUse).toMatchObject({ hyperparameters: { embedder: "distilled-minilm" } });
  });
});
