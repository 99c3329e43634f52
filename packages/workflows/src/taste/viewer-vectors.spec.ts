// Vectors of viewers from the first embedding on: made for all, kept current for those who rate here, switched with the films'.
import {
  type Database,
  modelsRepository,
  ratingsRepository,
  viewersRepository,
  viewerVectorsRepository,
} from "@matinee/db";
import { loadDistilledEmbedder } from "@matinee/embeddings";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { embedMovies } from "../embed/embed-movies.ts";
import { embedderEngine } from "../embed/embedder-engine.ts";
import { requireVectors } from "../embed/require-vectors.ts";
import { smallSource } from "../fixtures/small-source.ts";
import { importCatalog } from "../import/import-catalog.ts";
import { promoteModels, pruneModels, rollbackModel } from "../registry/promote-models.ts";
import { createViewerVectorKeeper } from "./keep-viewer-vectors.ts";
import { ensureViewerVectors, renewViewerVectors } from "./make-viewer-vectors.ts";

describe.each(databases)("vectors of viewers on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("are made, kept and switched", () => {});
  let database: Database;
  let firstModel: number;
  let live: number;
  beforeAll(async () => {
    database = await open();
    await importCatalog(database, smallSource(60));
    firstModel = await requireVectors(database);
    live = (await viewersRepository(database.kysely).createForAccount("account")).id;
  });
  afterAll(() => database.close());

  const stored = () => viewerVectorsRepository(database.kysely);
  const keeper = () => createViewerVectorKeeper(database);
  const listRows = (modelId: number) =>
    database.kysely
      .selectFrom("viewerVectors384")
      .selectAll()
      .where("modelId", "=", modelId)
      .orderBy("viewerId")
      .execute();
  const findVector = async (modelId: number, viewerId: number): Promise<number[]> =>
    JSON.parse((await listRows(modelId)).find((row) => row.viewerId === viewerId)!.vector!);
  const embedAgain = async () => {
    const embedder = await loadDistilledEmbedder();
    return (await embedMovies(database, embedder, { promote: false })).id;
  };
  const inUse = async () =>
    (await modelsRepository(database.kysely).listPromoted()).find(({ engine }) => engine === embedderEngine)!.id;
  /** As a viewer of the source rated, but here. */
  async function rateLike(viewerId: number): Promise<void> {
    const ratings = ratingsRepository(database.kysely);
    await ratings.rateMany(live, await ratings.listByViewer(viewerId));
  }

  it("are made where they are missing", async () => {
    expect(await keeper().findModelId()).toBeUndefined();
    expect(await keeper().refreshStale()).toBe(0);
    await ensureViewerVectors(database);
    expect(await keeper().findModelId()).toBe(firstModel);
    const rows = await listRows(firstModel);
    expect(rows).toHaveLength(60);
    expect(rows.every(({ vector }) => vector !== null)).toBe(true);
  });

  it("of viewers who rate here follow each write, and are what all are made of", async () => {
    const [first, second] = await listRows(firstModel);
    await rateLike(first!.viewerId);
    expect(await keeper().refreshStale()).toBe(1);
    expect(await keeper().refreshStale()).toBe(0);
    const near = await stored().listNearest({ modelId: firstModel, viewerId: live, limit: 60 });
    expect(near[0]!.viewerId).toBe(first!.viewerId);
    expect(near[0]!.cosine).toBeCloseTo(1, 5);
    expect(near.every(({ viewerId }) => viewerId !== live)).toBe(true);

    await rateLike(second!.viewerId);
    const { recommendationsVersion } = await viewersRepository(database.kysely).getById(live);
    await keeper().refresh(firstModel, live, recommendationsVersion);
    expect(await stored().findVersion(firstModel, live)).toBe(recommendationsVersion);
    const kept = await findVector(firstModel, live);
    await renewViewerVectors(database);
    const made = await findVector(firstModel, live);
    for (const [index, value] of kept.entries()) expect(made[index]).toBeCloseTo(value, 5);
  });

  it("lose nobody who writes while all are made", async () => {
    await stored().begin(firstModel);
    for (let after: number | null = 0; after !== null; ) after = await stored().fillPage(firstModel, after, () => null);
    await rateLike((await listRows(firstModel))[2]!.viewerId);
    await keeper().refreshStale();
    await database.transaction((transaction) => viewerVectorsRepository(transaction).finish(firstModel));
    expect(await stored().listStale(firstModel, 10)).toEqual([live]);
    await renewViewerVectors(database);
    expect(await stored().listStale(firstModel, 10)).toEqual([]);
  });

  it("are those of the films' vectors in use, through promotion, rollback and pruning", async () => {
    const next = await embedAgain();
    expect(await stored().isMade(next)).toBe(false);
    await promoteModels(database, [next]);
    expect(await keeper().findModelId()).toBe(next);
    expect(await listRows(next)).toHaveLength(61);

    // what is written now is not lost by going back
    await rateLike((await listRows(next))[3]!.viewerId);
    await rollbackModel(database, embedderEngine);
    expect(await inUse()).toBe(firstModel);
    expect(await keeper().findModelId()).toBe(firstModel);
    expect(await stored().listStale(firstModel, 10)).toEqual([]);

    await promoteModels(database, [await embedAgain()]);
    await promoteModels(database, [await embedAgain()]);
    await pruneModels(database);
    expect(await stored().isMade(firstModel)).toBe(false);
    expect(await listRows(firstModel)).toEqual([]);
  });

  it("follow the ratings of an import", async () => {
    await importCatalog(database, smallSource(70));
    expect(await listRows(await inUse())).toHaveLength(71);
  });
});
