import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import type { NewModel } from "./model.types.ts";
import { modelsChannel } from "./model-promotions.ts";
import { modelsRepository } from "./models.repository.ts";
import { vectorDimensions, vectorsRepository } from "./vectors.repository.ts";
import { visitsRepository } from "./visits.repository.ts";

const newModel = (engine: string): NewModel => ({
  engine,
  fingerprint: "fingerprint-of-small",
  hyperparameters: { factors: 64, regularization: 0.02, layers: [1, 2] },
  metrics: { rmse: 0.87 },
  seed: 7,
  itemCount: 3,
  trainingSeconds: 1.5,
  formatVersion: 2,
});

describe.each(databases)("models on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (!skipReason) database = await open();
  });
  afterAll(() => database?.close());

  it.skipIf(skipReason)("count versions by engine, also when made at the same time", async () => {
    const models = modelsRepository(database.kysely);
    const made = await Promise.all(["svd", "svd", "itemKnn", "svd"].map((engine) => models.create(newModel(engine))));
    const versions = made.filter(({ engine }) => engine === "svd").map(({ version }) => version);
    expect(versions.sort()).toEqual([1, 2, 3]);
    expect(made[2]).toMatchObject({ ...newModel("itemKnn"), version: 1, status: "candidate", byteCount: 0 });
    await models.setMetrics(made[2]!.id, { rmse: 0.9 });
    expect((await models.list()).find(({ id }) => id === made[2]!.id)!.metrics).toEqual({ rmse: 0.9 });
  });

  it.skipIf(skipReason)("keep their bytes, whole chunks or not", async () => {
    const models = modelsRepository(database.kysely);
    const { id } = await models.create(newModel("bytes"));
    for (const length of [3 * 2 ** 20 + 17, 2 ** 20, 1, 0]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) ^ (index >> 8));
      await models.writeBytes(id, bytes);
      expect(Buffer.compare(await models.readBytes(id), bytes)).toBe(0);
      expect((await models.list()).find((model) => model.id === id)!.byteCount).toBe(length);
    }
  });

  it.skipIf(skipReason)("are promoted together and announced; what they replace retires", async () => {
    const models = modelsRepository(database.kysely);
    const notices: string[] = [];
    await database.listen(modelsChannel, (payload) => notices.push(payload));
    const [first, second, other] = [
      await models.create(newModel("promoted")),
      await models.create(newModel("promoted")),
      await models.create(newModel("another")),
    ];
    const statuses = async () => Object.fromEntries((await models.list()).map(({ id, status }) => [id, status]));
    await models.promote([first.id, other.id]);
    await models.promote([second.id]);
    expect(await statuses()).toMatchObject({ [first.id]: "retired", [second.id]: "promoted", [other.id]: "promoted" });
    expect((await models.listPromoted()).map(({ id }) => id)).toEqual([other.id, second.id]);
    await vi.waitFor(() => expect(notices).toEqual([`[${first.id},${other.id}]`, `[${second.id}]`]));
    await expect(models.promote([first.id, 999_999])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(models.promote([first.id, second.id])).rejects.toMatchObject({ constraint: "models_promoted" });
    expect(await statuses()).toMatchObject({ [first.id]: "retired", [second.id]: "promoted" });
  });

  it.skipIf(skipReason)("go back to what was promoted before, step by step", async () => {
    const models = modelsRepository(database.kysely);
    const made = [];
    for (let version = 1; version <= 3; version++) made.push(await models.create(newModel("rolled")));
    const [first, second, third] = made.map(({ id }) => id) as [number, number, number];
    const promotedId = async () => (await models.listPromoted()).find(({ engine }) => engine === "rolled")?.id;
    await expect(models.rollback("rolled")).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const id of [first, second, third, third]) await models.promote([id]);
    expect((await models.findPrevious("rolled"))?.id).toBe(second);
    const notices: string[] = [];
    await database.listen(modelsChannel, (payload) => notices.push(payload));
    expect(await models.rollback("rolled")).toMatchObject({
      from: { id: third, status: "retired" },
      to: { id: second, status: "promoted" },
    });
    await vi.waitFor(() => expect(notices.at(-1)).toBe(`[${second}]`));
    await models.rollback("rolled");
    expect(await promotedId()).toBe(first);
    await expect(models.rollback("rolled")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await promotedId()).toBe(first);
    // what was rolled back is no step on the way
    await models.promote([third]);
    expect((await models.findPrevious("rolled"))?.id).toBe(first);
  });

  it.skipIf(skipReason)("give up the bytes of the old, never of those in use or next to it", async () => {
    const models = modelsRepository(database.kysely);
    const ids: number[] = [];
    for (let version = 1; version <= 8; version++) {
      const { id } = await models.create(newModel("pruned"));
      await models.writeBytes(id, Uint8Array.of(version));
      ids.push(id);
    }
    // 1 to 3 were promoted, 4 to 8 are candidates
    for (const id of ids.slice(0, 3)) await models.promote([id]);
    expect((await models.prune(2)).filter((id) => ids.includes(id)).sort((a, b) => a - b)).toEqual(
      [0, 3, 4, 5].map((index) => ids[index]),
    );
    const kept = await Promise.all(ids.map(async (id) => (await models.readBytes(id)).length));
    expect(kept).toEqual([0, 1, 1, 0, 0, 0, 1, 1]);
    const rows = (await models.list()).filter(({ engine }) => engine === "pruned");
    expect(rows).toHaveLength(8);
    expect(rows.filter(({ prunedAt }) => prunedAt === null)).toHaveLength(4);
    await expect(models.promote([ids[0]!])).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringMatching("pruned"),
    });
    expect(await models.prune(2)).toEqual([]);
  });

  it.skipIf(skipReason)("keep vectors of movies in a partition of their own", async () => {
    await importRepository(database.kysely).importCatalog(smallCatalog({ movies: 5, viewers: 1, ratingsPerViewer: 2 }));
    const rows = await database.kysely.selectFrom("movies").select("id").orderBy("id").execute();
    const movieIds = Int32Array.from(rows, ({ id }) => id);
    const values = Float32Array.from({ length: 5 * vectorDimensions }, (_, index) => Math.sin(index));
    const vectors = vectorsRepository(database.kysely);
    const { id } = await modelsRepository(database.kysely).create(newModel("embedder"));
    await vectors.createPartition(id);
    await vectors.write(id, movieIds.slice(0, 2), values.slice(0, 2 * vectorDimensions));
    await vectors.createPartition(id); // an earlier attempt was broken off
    await vectors.write(id, movieIds.toReversed(), values);
    expect((await vectors.readAll(id)).movieIds).toHaveLength(0);
    await vectors.attach(id);
    const stored = await vectors.readAll(id);
    expect(stored.movieIds).toEqual(movieIds);
    expect(stored.values.subarray(4 * vectorDimensions)).toEqual(values.subarray(0, vectorDimensions));
    await database.kysely.deleteFrom("movies").where("id", "=", movieIds[0]!).execute();
    expect((await vectors.readAll(id)).movieIds).toEqual(movieIds.slice(1));
    await vectors.drop(id);
    expect((await vectors.readAll(id)).movieIds).toHaveLength(0);
  });

  it.skipIf(skipReason)("visits count in total and by visitor", async () => {
    const visits = visitsRepository(database.kysely);
    expect(await visits.count()).toEqual({ total: 0, unique: 0 });
    for (const visitor of ["a", "b", "a"]) await visits.record(visitor);
    expect(await visits.count()).toEqual({ total: 3, unique: 2 });
  });
});
