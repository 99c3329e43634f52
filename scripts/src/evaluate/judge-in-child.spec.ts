import { truncateSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArrays, writeArrays } from "./array-file.ts";
import type { JudgeJob } from "./judge.messages.ts";
import { judgeInChild } from "./judge-in-child.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "matinee-judge-spec-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("judgeInChild", () => {
  const job = (foldPath: string): JudgeJob => ({
    engine: "item-knn",
    settings: {},
    task: "rating",
    k: 10,
    seed: 1,
    threads: 1,
    foldPaths: [foldPath],
    judgmentPath: at("judgment"),
  });
  const onProgress = () => {};

  it("rejects with what the engine says", async () => {
    const empty = {
      userCount: 1,
      itemCount: 1,
      itemIds: Int32Array.of(1),
      users: new Int32Array(),
      items: new Int32Array(),
    };
    const training = { ...empty, stars: new Float32Array(), ratedAt: new Float64Array() };
    writeArrays(at("fold"), { training, tested: training });
    const judging = judgeInChild(job(at("fold")), { onProgress, signal: new AbortController().signal });
    await expect(judging).rejects.toThrow("The dataset has no ratings.");
  });

  it("ends with the signal", async () => {
    const stop = new AbortController();
    const judging = judgeInChild(job(at("fold")), { onProgress, signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(judging).rejects.toThrow("enough");
  });
});

it("keeps objects with arrays on disk", () => {
  const value = {
    name: "é",
    parts: [{ stars: Float32Array.of(0.5, 5), ids: Int16Array.of(-3) }],
    none: new Float64Array(),
  };
  writeArrays(at("arrays"), value);
  expect(readArrays(at("arrays"))).toEqual(value);
  truncateSync(at("arrays"), 60);
  expect(() => readArrays(at("arrays"))).toThrow("ends too early");
});
