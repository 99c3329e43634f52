// Models are put in use and taken back while the API answers: no request fails, and the answers follow.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogOf, sampler } from "@matinee/datasets";
import { type Database, modelsRepository } from "@matinee/db";
import { importCatalog, promoteModels, requireVectors, rollbackModel, trainModels } from "@matinee/workflows";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningApi, startApi } from "../../apps/api/src/start-api.ts";
import { databases } from "../kit/databases.ts";
import { ask } from "./api-client.ts";
import { testConfig } from "./test-config.ts";

const engine = "bayesian-average";

describe.each(databases)("models in use on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("change without a failed request", () => {});
  let database: Database;
  let api: RunningApi;
  let folder: string;

  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), "matinee-swap-"));
    await importCatalog(database, catalogOf(sampler()));
    await train(1, true);
    const config = testConfig(folder);
    api = await startApi({ config, database });
  });
  afterAll(async () => {
    await api?.close();
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function train(seed: number, promote: boolean): Promise<number> {
    const embedderModelId = await requireVectors(database);
    const [model] = await trainModels(database, {
      engines: [engine],
      seed,
      embedderModelId,
      promote,
      measures: "never",
      revision: "revision-of-test",
    });
    return model!.id;
  }

  it("change without a failed request", async () => {
    const ids = [await train(2, false), await train(3, false)];
    const failures: unknown[] = [];
    const seen = new Set<number>();
    let latest = 0;
    let isOver = false;
    const askOn = async () => {
      while (!isOver) {
        const { data, errors, response } = await ask(api.url, "Recommendations");
        const list = data?.viewer.recommendations;
        if (errors || response.status !== 200 || list.edges.length === 0) failures.push(errors ?? response.status);
        latest = list?.models.find((model: { engine: string }) => model.engine === engine)?.version;
        seen.add(latest);
      }
    };
    const asking = [askOn(), askOn()];
    const expectVersion = (version: number) => vi.waitFor(() => expect(latest).toBe(version), { timeout: 15_000 });
    try {
      await expectVersion(1);
      await promoteModels(database, [ids[0]!]);
      await expectVersion(2);
      await promoteModels(database, [ids[1]!]);
      await expectVersion(3);
      await rollbackModel(database, engine);
      await expectVersion(2);
      await promoteModels(database, [ids[1]!]);
      await expectVersion(3);
    } finally {
      isOver = true;
      await Promise.all(asking);
    }
    expect(failures).toEqual([]);
    expect([...seen].sort()).toEqual([1, 2, 3]);
    const promoted = await modelsRepository(database.kysely).listPromoted();
    expect(promoted.find((model) => model.engine === engine)?.version).toBe(3);
  });
});
