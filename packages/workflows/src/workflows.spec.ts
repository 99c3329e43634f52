// From a catalog to promoted models, on each database, with the bundled films.
import { catalogOf } from "@matinee/datasets";
import {
  type Database,
  modelsRepository,
  moviesRepository,
  trainingDataRepository,
  vectorsRepository,
} from "@matinee/db";
import { getEngine } from "@matinee/engines";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { findCatalogInfo } from "./catalog-info.ts";
import { embedderEngine } from "./embed/embedder-engine.ts";
import { fewViewers } from "./fixtures/small-source.ts";
import { importCatalog } from "./import/import-catalog.ts";
import { defaultEngines } from "./train/default-engines.ts";
import { ensureModels } from "./train/ensure-models.ts";
import { trainModels } from "./train/train-models.ts";

const source = fewViewers(300);
const catalog = catalogOf(source);
const revision = "revision-of-test";

describe.each(databases)("workflows on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("import, embed, train", () => {});
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const listMovieIds = async () => (await moviesRepository(database.kysely).listFeatures()).map(({ id }) => id);

  it("keep an empty database empty when an import is interrupted", async () => {
    const interruption = new AbortController();
    const importing = importCatalog(database, catalog, {
      signal: interruption.signal,
      onProgress: (share) => share > 0.3 && interruption.abort(new Error("interrupted")),
    });
    await expect(importing).rejects.toThrow("interrupted");
    expect(await findCatalogInfo(database)).toBeUndefined();
    expect(await listMovieIds()).toEqual([]);
  });

  it("keep an empty database empty when a rating is out of range", async () => {
    const halfStars = source.ratings.halfStars.slice();
    halfStars[halfStars.length - 1] = 11;
    const broken = catalogOf({ ...source, fingerprint: "broken", ratings: { ...source.ratings, halfStars } });
    await expect(importCatalog(database, broken)).rejects.toThrow();
    expect(await findCatalogInfo(database)).toBeUndefined();
    expect(await listMovieIds()).toEqual([]);
  });

  it("import a catalog, and the same again without a new row or id", async () => {
    const info = await importCatalog(database, catalog);
    expect(info).toMatchObject({
      name: "sampler",
      fingerprint: catalog.fingerprint,
      movieCount: catalog.movies.length,
      ratingCount: source.ratings.viewers.length,
      shareOfRatingsWithOverview: 1,
    });
    const ids = await listMovieIds();
    expect(ids).toHaveLength(catalog.movies.length);
    await importCatalog(database, catalog);
    expect(await listMovieIds()).toEqual(ids);
    const { viewerIds } = await trainingDataRepository(database.kysely).readRatings();
    expect(viewerIds).toHaveLength(source.ratings.viewers.length);
  });

  it("make and promote every model that is missing, once", async () => {
    const shares: number[] = [];
    const made = await ensureModels(database, { revision, onProgress: (share) => shares.push(share) });
    expect(made.map(({ engine }) => engine).sort()).toEqual(defaultEngines.toSorted());
    expect(shares.at(-1)).toBe(1);
    const models = modelsRepository(database.kysely);
    const promoted = await models.listPromoted();
    expect(promoted.map(({ engine }) => engine).sort()).toEqual([...defaultEngines, embedderEngine].sort());
    const predicting = promoted.find(({ engine }) => engine === "bayesian-svd-plus-plus")!;
    expect(predicting.metrics.rmse).toBeLessThan(1.1);
    const { itemIds } = getEngine(predicting.engine).load(await models.readBytes(predicting.id));
    expect(itemIds).toHaveLength(catalog.movies.length);
    const embedder = promoted.find(({ engine }) => engine === embedderEngine)!;
    const { movieIds } = await vectorsRepository(database.kysely).readAll(embedder.id);
    expect(Array.from(movieIds)).toEqual(await listMovieIds());
    expect(await ensureModels(database, { revision })).toEqual([]);
  });

  it("make a model again that another release wrote", async () => {
    const { id } = (await modelsRepository(database.kysely).listPromoted()).find(
      ({ engine }) => engine === "item-knn",
    )!;
    await database.kysely.updateTable("models").set({ formatVersion: 0 }).where("id", "=", id).execute();
    const [made, ...others] = await ensureModels(database, { revision });
    expect(made).toMatchObject({ engine: "item-knn", version: 2 });
    expect(others).toEqual([]);
    expect(await ensureModels(database, { revision })).toEqual([]);
  });

  it("leave the promoted models as they are when a training is cancelled", async () => {
    const models = modelsRepository(database.kysely);
    const before = await models.list();
    const cancellation = new AbortController();
    const training = trainModels(database, {
      engines: ["svd"],
      seed: 2,
      embedderModelId: before.find(({ engine }) => engine === embedderEngine)!.id,
      revision,
      promote: true,
      signal: cancellation.signal,
      onProgress: () => cancellation.abort(new Error("cancelled")),
    });
    await expect(training).rejects.toThrow("cancelled");
    expect(await models.list()).toEqual(before);
  });
});
