// From training to promotion, rollback and pruning, on each database.
import {
  type Database,
  modelsRepository,
  type TrainingRunRow,
  trainingRunsRepository,
  vectorsRepository,
} from "@matinee/db";
import { type EngineName, engines, getEngine } from "@matinee/engines";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { requireVectors } from "../embed/require-vectors.ts";
import { smallSource } from "../fixtures/small-source.ts";
import { importCatalog } from "../import/import-catalog.ts";
import { type TrainOptions, trainModels } from "../train/train-models.ts";
import { WorkflowError } from "../workflow-error.ts";
import { findModel } from "./find-model.ts";
import { promoteModels, pruneModels, rollbackModel } from "./promote-models.ts";

/** The cheapest of those with and without factors of items. */
const withoutFactors: EngineName = "bayesian-average";
const withFactors: EngineName = "ials";

const source = smallSource(60);
const filmCount = source.movies.length;

describe.each(databases)("the registry on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("train, promote, roll back, prune", () => {});
  let database: Database;
  let embedderModelId: number;
  beforeAll(async () => {
    database = await open();
    await importCatalog(database, source);
    embedderModelId = await requireVectors(database);
  });
  afterAll(() => database.close());

  const train = (options: Partial<TrainOptions>) =>
    trainModels(database, {
      engines: [withoutFactors],
      seed: 1,
      embedderModelId,
      revision: "revision-of-test",
      promote: false,
      measures: "never",
      ...options,
    });
  const latestRun = async (): Promise<TrainingRunRow> =>
    (await trainingRunsRepository(database.kysely).list({ limit: 1 }))[0]!;
  const promotedVersion = async (engine: string) =>
    (await modelsRepository(database.kysely).listPromoted()).find((model) => model.engine === engine)?.version;
  const countFactors = async (modelId: number) =>
    (
      await database.kysely
        .selectFrom("itemFactors")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("modelId", "=", modelId)
        .executeTakeFirstOrThrow()
    ).count;

  it("records a training with its settings, its curve and its model", async () => {
    const [model] = await train({ engines: [withFactors], hyperparameters: { epochs: 3 }, seed: 5, threads: 1 });
    const run = await latestRun();
    expect(run).toMatchObject({
      engine: withFactors,
      status: "succeeded",
      progress: 1,
      seed: 5,
      threads: 1,
      fingerprint: model!.fingerprint,
      revision: "revision-of-test",
      modelId: model!.id,
      error: null,
    });
    expect(Object.keys(run.hyperparameters).sort()).toEqual(Object.keys(engines[withFactors].hyperparameters).sort());
    expect(run.hyperparameters).toMatchObject({ epochs: 3 });
    const curve = await trainingRunsRepository(database.kysely).readCurve(run.id);
    expect(curve.filter(({ metric }) => metric === "loss").map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    const bytes = await modelsRepository(database.kysely).readBytes(model!.id);
    expect(bytes.length).toBe(model!.byteCount);
    expect(getEngine(withFactors).load(bytes).itemIds).toHaveLength(filmCount);
  });

  it("records why a training failed, in the engine's words", async () => {
    const before = await modelsRepository(database.kysely).list();
    const training = train({ engines: [withFactors], hyperparameters: { epochs: -1 } });
    await expect(training).rejects.toThrow(WorkflowError);
    expect(await latestRun()).toMatchObject({
      engine: withFactors,
      status: "failed",
      modelId: null,
      error: expect.stringMatching(/epochs.*-1/),
    });
    expect(await modelsRepository(database.kysely).list()).toEqual(before);
  });

  it("records that a training was cancelled, and registers nothing", async () => {
    const before = await modelsRepository(database.kysely).list();
    const cancellation = new AbortController();
    const training = train({
      engines: [withFactors],
      promote: true,
      signal: cancellation.signal,
      onProgress: () => cancellation.abort(new Error("enough")),
    });
    await expect(training).rejects.toThrow("enough");
    expect(await latestRun()).toMatchObject({ engine: withFactors, status: "cancelled", error: "enough" });
    expect(await modelsRepository(database.kysely).list()).toEqual(before);
  });

  it("ends the others when one training fails", async () => {
    const training = train({ engines: [withFactors, withoutFactors], hyperparameters: { epochs: -1 } });
    await expect(training).rejects.toThrow();
    const runs = await trainingRunsRepository(database.kysely).list({ limit: 2 });
    expect(runs.map(({ status }) => status)).not.toContain("running");
    expect(runs.map(({ status }) => status)).toContain("failed");
  });

  it("takes a finished model of the same data and settings when told to", async () => {
    const [first] = await train({ seed: 9 });
    const [again] = await train({ seed: 9, takesFinished: true });
    expect(again!.id).toBe(first!.id);
    const [other] = await train({ seed: 10, takesFinished: true });
    expect(other!.id).not.toBe(first!.id);
  });

  it("stores item factors at promotion, and goes back to the model before", async () => {
    const [first] = await train({ engines: [withFactors], hyperparameters: { epochs: 1 }, promote: true });
    const [second] = await train({ engines: [withFactors], hyperparameters: { epochs: 2 } });
    expect(first!.status).toBe("promoted");
    expect(await countFactors(first!.id)).toBe(filmCount);
    expect(await countFactors(second!.id)).toBe(0);
    await promoteModels(database, [second!.id]);
    expect(await countFactors(second!.id)).toBe(filmCount);
    expect(await promotedVersion(withFactors)).toBe(second!.version);
    expect(await rollbackModel(database, withFactors)).toMatchObject({ to: { id: first!.id } });
    expect(await promotedVersion(withFactors)).toBe(first!.version);
    await expect(rollbackModel(database, withFactors)).rejects.toThrow(/no earlier model/);
  });

  it("refuses to put in use what this release cannot read", async () => {
    const [model] = await train({});
    const ofAnother = database.kysely.updateTable("models").set({ formatVersion: 99 }).where("id", "=", model!.id);
    await ofAnother.execute();
    await expect(promoteModels(database, [model!.id])).rejects.toThrow(/another release/);
    await expect(findModel(database, `${withoutFactors}@999`)).rejects.toThrow(WorkflowError);
    expect((await findModel(database, `${withoutFactors}@${model!.version}`)).id).toBe(model!.id);
    expect((await findModel(database, String(model!.id))).version).toBe(model!.version);
  });

  it("gives up bytes, factors and vectors of old versions, and keeps their record", async () => {
    const made: number[] = [];
    for (let seed = 20; seed < 25; seed++) {
      const [model] = await train({ engines: [withFactors], hyperparameters: { epochs: 1 }, seed, promote: true });
      made.push(model!.id);
    }
    expect(await Promise.all(made.map(countFactors))).toEqual([0, 0, 0, filmCount, filmCount]);
    const models = modelsRepository(database.kysely);
    expect(await models.readBytes(made[0]!)).toHaveLength(0);
    expect(await models.readBytes(made[3]!)).not.toHaveLength(0);
    const record = (await models.list()).find(({ id }) => id === made[0]);
    expect(record).toMatchObject({ engine: withFactors, seed: 20, status: "retired", prunedAt: expect.any(Date) });
    expect(await pruneModels(database)).toEqual([]);
    expect((await vectorsRepository(database.kysely).readAll(embedderModelId)).movieIds).toHaveLength(filmCount);
  });
});
