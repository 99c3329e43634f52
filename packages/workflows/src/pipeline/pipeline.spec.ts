// The pipeline from its first run on: what it skips, where it goes on, what it holds back.

import type { Catalog } from "@matinee/datasets";
import {
  type Database,
  modelsRepository,
  type PipelineStepRow,
  pipelinesRepository,
  ratingsRepository,
  trainingRunsRepository,
} from "@matinee/db";
import type { EngineName } from "@matinee/engines";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { findCatalogInfo } from "../catalog-info.ts";
import { embedderEngine } from "../embed/embedder-engine.ts";
import { smallSource } from "../fixtures/small-source.ts";
import { type PipelineOptions, runPipeline } from "./run-pipeline.ts";
import { stepNames } from "./step.types.ts";

const trained: readonly EngineName[] = ["bayesian-average", "content-embedding"];

describe.each(databases)("the pipeline on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("runs, skips, goes on, holds back", () => {});
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const catalog = smallSource(60);
  const source = { fingerprint: catalog.fingerprint, read: async () => catalog };
  const run = (options: Partial<PipelineOptions> = {}) =>
    runPipeline(database, { engines: trained, seed: 1, force: false, revision: "revision-of-test", ...options });
  const listSteps = async (): Promise<PipelineStepRow[]> => {
    const pipelines = pipelinesRepository(database.kysely);
    const [latest] = await pipelines.listRuns(1);
    return pipelines.listSteps([latest!.id]);
  };
  const statuses = async () => Object.fromEntries((await listSteps()).map(({ name, status }) => [name, status]));
  const allSkipped = Object.fromEntries(stepNames.map((name) => [name, "skipped"]));
  const listPromoted = async () =>
    (await modelsRepository(database.kysely).listPromoted()).map(({ engine, version }) => `${engine}@${version}`);
  const latestRun = async () => (await pipelinesRepository(database.kysely).listRuns(1))[0]!;

  async function changeOneRating(): Promise<void> {
    const { viewerId, movieId, halfStars } = await database.kysely
      .selectFrom("ratings")
      .selectAll()
      .orderBy("viewerId")
      .orderBy("movieId")
      .limit(1)
      .executeTakeFirstOrThrow();
    const other = halfStars > 5 ? halfStars - 1 : halfStars + 1;
    await ratingsRepository(database.kysely).rate({ viewerId, movieId, halfStars: other, ratedAt: new Date() });
  }

  it("needs films and ratings", async () => {
    await expect(run()).rejects.toThrow(/no films and ratings/);
    expect(await latestRun()).toMatchObject({ status: "failed", error: expect.stringMatching(/no films/) });
  });

  it("goes all the way the first time, and records every step with its inputs", async () => {
    const { promoted, heldBack, runId } = await run({ source });
    expect(promoted.toSorted()).toEqual(["bayesian-average@1", "content-embedding@1"]);
    expect(heldBack).toEqual([]);
    expect(await listPromoted()).toEqual(["bayesian-average@1", "content-embedding@1", `${embedderEngine}@1`]);
    const steps = await listSteps();
    expect(steps.map(({ name, status }) => [name, status])).toEqual(stepNames.map((name) => [name, "succeeded"]));
    expect(steps[0]).toMatchObject({
      inputs: { catalog: catalog.fingerprint },
      output: { movieCount: catalog.movies.length },
    });
    expect(steps.every(({ startedAt, finishedAt }) => finishedAt! >= startedAt)).toBe(true);
    expect(await latestRun()).toMatchObject({ id: runId, status: "succeeded", revision: "revision-of-test" });
    const trainings = await trainingRunsRepository(database.kysely).list({ pipelineRunId: runId, limit: 10 });
    expect(trainings.map(({ engine }) => engine).sort()).toEqual(trained.toSorted());
    expect(trainings.every(({ metrics }) => (metrics["ndcg@10"] ?? 0) > 0)).toBe(true);
  });

  it("skips everything while nothing changes, whether the source is named or not", async () => {
    const skipped: string[] = [];
    const { promoted } = await run({ source, onSkip: (name) => skipped.push(name) });
    expect(skipped).toEqual(stepNames);
    expect(promoted).toHaveLength(2);
    expect(await statuses()).toEqual(allSkipped);
    await run();
    expect(await statuses()).toEqual(allSkipped);
    expect(await listPromoted()).toEqual(["bayesian-average@1", "content-embedding@1", `${embedderEngine}@1`]);
  });

  it("stops at data that is not sound, and goes on there once it is", async () => {
    await changeOneRating();
    const spoil = (difference: number) =>
      database.kysely
        .updateTable("movieTotals")
        .set((eb) => ({ ratingCount: eb("ratingCount", "+", difference) }))
        .where("movieId", "=", (eb) => eb.selectFrom("movies").select((eb) => eb.fn.min("id").as("id")))
        .execute();
    await spoil(1);
    await expect(run()).rejects.toThrow(/totals-of-films/);
    expect(await statuses()).toEqual({ import: "skipped", validate: "failed" });
    await spoil(-1);
    await run();
    expect(await statuses()).toEqual({
      import: "skipped",
      validate: "succeeded",
      features: "skipped",
      train: "succeeded",
      evaluate: "succeeded",
      promote: "succeeded",
    });
    expect(await listPromoted()).toEqual(["bayesian-average@2", "content-embedding@2", `${embedderEngine}@1`]);
  });

  it("goes on with what was trained when it was cancelled", async () => {
    await changeOneRating();
    const cancellation = new AbortController();
    const cancelled = run({
      threads: 2, // one at a time
      signal: cancellation.signal,
      onStep: (name, work) =>
        work((share) => {
          // the first of the two is done
          if (name === "train" && share > 0.5) cancellation.abort(new Error("enough"));
        }),
    });
    await expect(cancelled).rejects.toThrow("enough");
    expect(await statuses()).toMatchObject({ features: "skipped", train: "cancelled" });
    expect(await latestRun()).toMatchObject({ status: "cancelled", error: "enough" });
    const { runId } = await run();
    expect(await statuses()).toMatchObject({ validate: "skipped", train: "succeeded", promote: "succeeded" });
    const trainings = await trainingRunsRepository(database.kysely).list({ pipelineRunId: runId, limit: 10 });
    expect(trainings).toHaveLength(1);
    expect(await listPromoted()).toEqual(["bayesian-average@3", "content-embedding@3", `${embedderEngine}@1`]);
  });

  it("holds back what falls behind the model in use, unless forced", async () => {
    const models = modelsRepository(database.kysely);
    const inUse = (await models.listPromoted()).find(({ engine }) => engine === "content-embedding")!;
    await models.setMetrics(inUse.id, { "ndcg@10": 0.99 });
    const { promoted, heldBack } = await run({ from: "train" });
    expect(promoted).toEqual(["bayesian-average@4"]);
    expect(heldBack).toEqual([
      { model: "content-embedding@4", objection: expect.stringMatching(/^ndcg@10 .* against 0.990$/) },
    ]);
    expect(await listPromoted()).toEqual(["bayesian-average@4", "content-embedding@3", `${embedderEngine}@1`]);
    await run({ force: true });
    expect(await statuses()).toEqual({ ...allSkipped, promote: "succeeded" });
    expect(await listPromoted()).toEqual(["bayesian-average@4", "content-embedding@4", `${embedderEngine}@1`]);
  });

  it("brings in a newer state of its source, and another one beside it", async () => {
    const newer = smallSource(61);
    await run({ source: { fingerprint: newer.fingerprint, read: async () => newer } });
    expect(await statuses()).toMatchObject({ import: "succeeded", features: "skipped", train: "succeeded" });
    const [movie] = newer.movies;
    const more = {
      ...movie!,
      title: "Another film",
      originalTitle: null,
      keys: { other: "1" },
      imdbId: null,
      tmdbId: null,
    };
    const other: Catalog = { ...newer, name: "other", fingerprint: "other", movies: [more], ratings: [] };
    await run({ source: { fingerprint: "other", read: async () => other } });
    expect(await findCatalogInfo(database)).toMatchObject({
      name: "sampler + other",
      movieCount: newer.movies.length + 1,
    });
  });
});
