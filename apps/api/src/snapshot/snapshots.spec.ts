import { type Database, importRepository, migrate, modelsRepository, openDatabase } from "@matinee/db";
import { type Embedders, openEmbedders } from "@matinee/embeddings";
import { bayesianAverageEngine } from "@matinee/engines";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { smallCatalog } from "../../../../tests/kit/small-catalog.ts";
import { openSnapshots } from "./snapshots.ts";

const log = pino({ level: "silent" });

describe("snapshots", () => {
  let database: Database;
  let embedders: Embedders;
  beforeAll(async () => {
    embedders = await openEmbedders({ choice: "distilled" });
    database = await openDatabase({});
    await migrate(database);
    const catalog = smallCatalog({ movies: 12, viewers: 4, ratingsPerViewer: 6 });
    await importRepository(database.kysely).importCatalog(catalog, {});
  });
  afterAll(() => database.close());

  async function promoteModel(): Promise<number> {
    const models = modelsRepository(database.kysely);
    const model = bayesianAverageEngine.fit(
      {
        userCount: 2,
        itemCount: 3,
        itemIds: Int32Array.of(1, 2, 3),
        users: Int32Array.of(0, 0, 1),
        items: Int32Array.of(0, 1, 2),
        stars: Float32Array.of(4, 3, 5),
        ratedAt: new Float64Array(3),
      },
      { seed: 1 },
    );
    const { id, version } = await models.create({
      engine: "bayesian-average",
      fingerprint: "test",
      hyperparameters: {},
      metrics: {},
      seed: 1,
      itemCount: 3,
      trainingSeconds: 0,
      formatVersion: 1,
    });
    await models.writeBytes(id, model.save());
    await models.promote([id]);
    return version;
  }

  it("say what to do while no model is promoted, then take each promoted one without being reopened", async () => {
    const snapshots = await openSnapshots({ database, embedders, log });
    expect(snapshots.isReady()).toBe(false);
    expect(() => snapshots.get()).toThrow(/npm start/);

    for (let round = 0; round < 2; round++) {
      const version = await promoteModel();
      await vi.waitFor(() => {
        expect(snapshots.get().snapshot.models["bayesian-average"]?.version).toBe(version);
      }, 5_000);
    }
    const { catalog } = snapshots.get().snapshot;
    expect(catalog.movieIds).toHaveLength(12);
    const comedy = catalog.genreSlugs.indexOf("comedy");
    const comedies = catalog.titles.filter((_title, movie) => (catalog.genreBits[movie]! >>> comedy) & 1);
    expect(comedies).toEqual(["Film 0", "Film 3", "Film 6", "Film 9"]);
    await snapshots.close();
  });

  it("take the films of an import, and who rated them", async () => {
    const snapshots = await openSnapshots({ database, embedders, log });
    const catalog = smallCatalog({ movies: 15, viewers: 5, ratingsPerViewer: 6 });
    await importRepository(database.kysely).importCatalog(catalog);
    await vi.waitFor(() => {
      expect(snapshots.get().snapshot.catalog.movieIds).toHaveLength(15);
    }, 5_000);
    const { ratingCounts } = snapshots.get().snapshot.catalog;
    expect(ratingCounts.reduce((sum, count) => sum + count, 0)).toBe(30);
    await snapshots.close();
  });

  it("notice a promotion by asking when the notice is lost", async () => {
    const deaf = { ...database, listen: async () => async () => {} };
    const snapshots = await openSnapshots({ database: deaf, embedders, log, pollMilliseconds: 20 });
    const version = await promoteModel();
    await vi.waitFor(() => {
      expect(snapshots.get().snapshot.models["bayesian-average"]?.version).toBe(version);
    }, 5_000);
    await snapshots.close();
  });
});
