// The records of trainings and of the pipeline.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import { modelsRepository } from "./models.repository.ts";
import { pipelinesRepository } from "./pipelines.repository.ts";
import { ratingsRepository } from "./ratings.repository.ts";
import { trainingDataRepository } from "./training-data.repository.ts";
import { trainingRunsRepository } from "./training-runs.repository.ts";

const newRun = {
  engine: "svd",
  hyperparameters: { factors: 8, loss: "logistic" },
  seed: 3,
  threads: 2,
  fingerprint: "data",
  revision: "abc",
  pipelineRunId: null,
};

describe.each(databases)("records on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (!skipReason) database = await open();
  });
  afterAll(() => database?.close());

  it.skipIf(skipReason)("of trainings hold parameters, metrics, curve and model", async () => {
    const runs = trainingRunsRepository(database.kysely);
    const id = await runs.start(newRun);
    await runs.reportProgress(id, 0.25);
    const [running] = await runs.list({ limit: 1 });
    expect(running).toMatchObject({ ...newRun, id, status: "running", progress: 0.25, modelId: null, metrics: {} });
    const model = { engine: "svd", fingerprint: "data", hyperparameters: {}, metrics: {}, seed: 3, itemCount: 2 };
    const { id: modelId } = await modelsRepository(database.kysely).create({
      ...model,
      trainingSeconds: 1,
      formatVersion: 1,
    });
    const curve = [
      { metric: "loss", epoch: 1, value: 0.75 },
      { metric: "loss", epoch: 2, value: 0.5 },
      { metric: "rmse", epoch: 2, value: 1.25 },
    ];
    const hyperparameters = { factors: 8, loss: "logistic", epochs: 2 };
    await runs.succeed(id, { modelId, hyperparameters, metrics: { rmse: 0.9 }, curve: curve.toReversed() });
    const [done] = await runs.list({ engine: "svd", limit: 1 });
    expect(done).toMatchObject({ status: "succeeded", progress: 1, modelId, metrics: { rmse: 0.9 }, hyperparameters });
    expect(done!.finishedAt!.getTime()).toBeGreaterThanOrEqual(done!.startedAt.getTime());
    expect(await runs.readCurve(id)).toEqual(curve);
    await runs.setMetrics(modelId, { rmse: 0.8 });
    expect((await runs.list({ limit: 1 }))[0]!.metrics).toEqual({ rmse: 0.8 });
  });

  it.skipIf(skipReason)("say why a training ended, and end those whose process is gone", async () => {
    const runs = trainingRunsRepository(database.kysely);
    const [failed, cancelled, silent, alive] = [
      await runs.start({ ...newRun, engine: "ends" }),
      await runs.start({ ...newRun, engine: "ends" }),
      await runs.start({ ...newRun, engine: "ends" }),
      await runs.start({ ...newRun, engine: "ends" }),
    ];
    await runs.end(failed, "failed", "too few ratings");
    await runs.end(cancelled, "cancelled", "Ctrl-C");
    await database.kysely
      .updateTable("trainingRuns")
      .set({ heardAt: sql<Date>`now() - interval '2 minutes'` })
      .where("id", "in", [failed, silent])
      .execute();
    await runs.closeSilent(60);
    const rows = await runs.list({ engine: "ends", limit: 10 });
    expect(rows.map(({ id, status, error }) => [id, status, error])).toEqual([
      [alive, "running", null],
      [silent, "failed", "The process ended without a word."],
      [cancelled, "cancelled", "Ctrl-C"],
      [failed, "failed", "too few ratings"],
    ]);
  });

  it.skipIf(skipReason)("of the pipeline hold every step with its inputs", async () => {
    const pipelines = pipelinesRepository(database.kysely);
    const runId = await pipelines.startRun({ options: { seed: 1 }, revision: "abc" });
    const step = (position: number, name: string) => ({
      runId,
      position,
      name,
      inputs: { data: "x" },
      fingerprint: `${name} of x`,
    });
    expect(await pipelines.findLastSuccess("import")).toBeUndefined();
    await pipelines.startStep(step(0, "import"));
    await pipelines.endStep({ runId, position: 0 }, { status: "succeeded", output: [1, 2] });
    await pipelines.skipStep(step(1, "validate"), { sound: true });
    await pipelines.startStep(step(2, "train"));
    await pipelines.endStep({ runId, position: 2 }, { status: "failed", error: "no memory" });
    await pipelines.endRun(runId, "failed", "no memory");
    expect(await pipelines.listRuns(5)).toMatchObject([{ id: runId, status: "failed", error: "no memory" }]);
    expect(await pipelines.listSteps([runId])).toMatchObject([
      { ...step(0, "import"), status: "succeeded", output: [1, 2], error: null },
      { ...step(1, "validate"), status: "skipped", output: { sound: true } },
      { ...step(2, "train"), status: "failed", output: null, error: "no memory" },
    ]);
    expect(await pipelines.findLastSuccess("import")).toMatchObject({ runId, output: [1, 2] });
    expect(await pipelines.findLastSuccess("train")).toBeUndefined();
    const training = await trainingRunsRepository(database.kysely).start({ ...newRun, pipelineRunId: runId });
    const ofRun = await trainingRunsRepository(database.kysely).list({ pipelineRunId: runId, limit: 5 });
    expect(ofRun.map(({ id }) => id)).toEqual([training]);
  });

  it.skipIf(skipReason)("of a pipeline whose process is gone end as failed, with their step", async () => {
    const pipelines = pipelinesRepository(database.kysely);
    const runId = await pipelines.startRun({ options: {}, revision: "abc" });
    await pipelines.startStep({ runId, position: 0, name: "train", inputs: {}, fingerprint: "x" });
    await pipelines.reportLife(runId);
    await pipelines.closeSilent(60);
    expect((await pipelines.listSteps([runId]))[0]).toMatchObject({ status: "running" });
    await pipelines.closeSilent(-1);
    expect((await pipelines.listRuns(1))[0]).toMatchObject({ id: runId, status: "failed" });
    expect((await pipelines.listSteps([runId]))[0]).toMatchObject({ status: "failed" });
  });

  it.skipIf(skipReason)("tell by fingerprints whether films or ratings changed", async () => {
    const read = () => trainingDataRepository(database.kysely).readFingerprints();
    const empty = await read();
    await importRepository(database.kysely).importCatalog(smallCatalog({ movies: 4, viewers: 2, ratingsPerViewer: 3 }));
    const before = await read();
    expect(before.movies).not.toBe(empty.movies);
    expect(before.ratings).not.toBe(empty.ratings);
    const rating = await database.kysely.selectFrom("ratings").selectAll().limit(1).executeTakeFirstOrThrow();
    const ratings = ratingsRepository(database.kysely);
    await ratings.rate({ ...rating, halfStars: 11 - rating.halfStars });
    expect(await read()).toMatchObject({ movies: before.movies });
    expect((await read()).ratings).not.toBe(before.ratings);
    await ratings.rate(rating);
    expect(await read()).toEqual(before);
    await database.kysely.updateTable("movies").set({ overview: "Another." }).where("title", "=", "Film 1").execute();
    expect(await read()).toMatchObject({ ratings: before.ratings });
    expect((await read()).movies).not.toBe(before.movies);
  });
});
