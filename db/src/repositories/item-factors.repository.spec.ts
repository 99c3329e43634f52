import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import { itemFactorsRepository } from "./item-factors.repository.ts";
import { modelsRepository } from "./models.repository.ts";

describe.each(databases)("item factors on $name", ({ skipReason, open }) => {
  let database: Database;
  let movieIds: Int32Array;
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await importRepository(database.kysely).importCatalog(smallCatalog({ movies: 4, viewers: 1, ratingsPerViewer: 2 }));
    const rows = await database.kysely.selectFrom("movies").select("id").orderBy("id").execute();
    movieIds = Int32Array.from(rows, ({ id }) => id);
  });
  afterAll(() => database?.close());

  const createModel = async () => {
    const model = { engine: "ials", fingerprint: "f", hyperparameters: {}, metrics: {}, seed: 1, itemCount: 4 };
    return (await modelsRepository(database.kysely).create({ ...model, trainingSeconds: 1, formatVersion: 1 })).id;
  };
  const countOf = (modelId: number) =>
    database.kysely
      .selectFrom("itemFactors")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("modelId", "=", modelId)
      .executeTakeFirstOrThrow();

  it.skipIf(skipReason)("of models with different dimensions are searched by SQL, one model at a time", async () => {
    const factors = itemFactorsRepository(database.kysely);
    const [narrow, wide] = [await createModel(), await createModel()];
    // movie m of the narrow model lies at (m, 1)
    await factors.write(narrow, { movieIds, dimensions: 2, values: Float32Array.from([0, 1, 1, 1, 2, 1, 3, 1]) });
    await factors.write(wide, { movieIds, dimensions: 3, values: new Float32Array(12).fill(0.5) });
    const { rows } = await sql<{ id: number; score: number }>`
      select movie_id as id, -(factors <#> '[2,1]') as score from item_factors
      where model_id = ${narrow} order by factors <#> '[2,1]' limit 2`.execute(database.kysely);
    expect(rows).toEqual([
      { id: movieIds[3], score: 7 },
      { id: movieIds[2], score: 5 },
    ]);
    expect((await countOf(wide)).count).toBe(4);
  });

  it.skipIf(skipReason)("are replaced whole, and go with their partition", async () => {
    const factors = itemFactorsRepository(database.kysely);
    const modelId = await createModel();
    await factors.write(modelId, { movieIds, dimensions: 2, values: new Float32Array(8) });
    const broken = { movieIds: movieIds.slice(0, 2), dimensions: 2, values: new Float32Array(3) };
    await expect(factors.write(modelId, broken)).rejects.toThrow();
    expect((await countOf(modelId)).count).toBe(4);
    await factors.write(modelId, { movieIds: movieIds.slice(0, 3), dimensions: 1, values: new Float32Array(3) });
    expect((await countOf(modelId)).count).toBe(3);
    await factors.drop(modelId);
    await factors.drop(modelId);
    expect((await countOf(modelId)).count).toBe(0);
  });
});
