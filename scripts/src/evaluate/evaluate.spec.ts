import { spawn } from "node:child_process";
import { truncateSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getEngine } from "@matinee/engines";
import type { Fold } from "@matinee/evaluation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { readArrays, writeArrays } from "./array-file.ts";
import { chooseCandidates } from "./candidates.ts";
import { evaluate } from "./evaluate.ts";
import type { JudgeJob } from "./judge.messages.ts";
import { judgeInChild } from "./judge-in-child.ts";
import { parseEvaluateOptions } from "./options.ts";
import { readFolds } from "./read-folds.ts";
import { tune } from "./tune.ts";

let folder = "";
const at = (name: string) => join(folder, name);

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function runEvaluate(args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, ["scripts/src/evaluate/main.ts", ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: at("temporary"), NODE_OPTIONS: "--disable-warning=ExperimentalWarning" },
  });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.on("data", (text) => stdout.push(String(text)));
  child.stderr.on("data", (text) => stderr.push(String(text)));
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, stdout: stdout.join(""), stderr: stderr.join("") }));
  });
}

/** Twenty users who like the films of their own parity, and one whom the training does not know. */
function ownRatings(isTest: boolean): string {
  const rows = ["userId,movieId,rating,timestamp"];
  for (let user = 1; user <= 20; user++) {
    for (let film = 1; film <= 12; film++) {
      const isTested = (user * 5 + film * 7) % 4 === 0;
      if (isTested === isTest) rows.push(`user ${user},${film},${(user + film) % 2 === 0 ? 4.5 : 1.5},${1e9 + film}`);
    }
  }
  if (isTest) rows.push("stranger,3,4,1000000000", "user 1,99,4,1000000000");
  return `${rows.join("\n")}\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "matinee-evaluate-spec-"));
  await mkdir(at("temporary"));
  await writeFile(at("train.csv"), ownRatings(false));
  await writeFile(at("test.csv"), ownRatings(true));
  await writeFile(at("nan.csv"), "userId,movieId,rating\n1,2,NaN\n");
  await writeFile(at("no-column.csv"), "userId,rating\n1,2\n");
  await writeFile(at("empty.csv"), "");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const files = (task: string) => ["--train", at("train.csv"), "--test", at("test.csv"), "--task", task];

describe("npm run evaluate", () => {
  it("prints one JSON document, best engine first, for users and films that the training does not know too", async () => {
    const { code, stdout } = await runEvaluate([
      ...files("rating"),
      "--engine",
      "bayesian-average,svd",
      "--set",
      "factors=8",
      "--json",
    ]);
    const { results } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(results.map(({ engine }: { engine: string }) => engine)).toEqual(["svd", "bayesian-average"]);
    const [best, second] = results;
    expect(best.metrics.rmse).toBeLessThan(second.metrics.rmse);
    expect(best.hyperparameters.factors).toBe(8);
    for (const name of ["fitSeconds", "recommendSeconds", "peakMegabytes"]) expect(best[name]).toBeGreaterThan(0);
    expect(best.comparedToBest).toBeUndefined();
    expect(second.comparedToBest.difference).toBeGreaterThan(0);
    expect(second.comparedToBest.low).toBeLessThan(second.comparedToBest.high);
  });

  it.each([
    [
      "data",
      () => ["--train", at("nan.csv"), "--test", at("test.csv"), "--task", "rating"],
      'nan.csv line 2 has the rating "NaN"',
    ],
    ["flags", () => ["--train", at("train.csv")], "Name --train, --test and --task together"],
  ])("prints one sentence for wrong %s and nothing to standard output", async (_, args, message) => {
    const { code, stdout, stderr } = await runEvaluate([...args(), "--json"]);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect([code, stdout]).toEqual([1, ""]);
  });

  it("leaves nothing behind", async () => {
    expect(await readdir(at("temporary"))).toEqual([]);
  });
});

describe("parseEvaluateOptions", () => {
  it("takes engines and settings one by one or together", () => {
    const parsed = (args: readonly string[]) => {
      const { engines, settings } = parseEvaluateOptions([...files("rating"), ...args]);
      return { engines, settings };
    };
    const both = { engines: ["svd", "nmf"], settings: { factors: 8, likelihood: "gaussian" } };
    expect(parsed(["--engine", "svd,nmf", "--set", "factors=8", "--set", "likelihood=gaussian"])).toEqual(both);
    expect(parsed(["--set", "factors=8", "likelihood=gaussian", "--engine", "svd", "nmf"])).toEqual(both);
    expect(parsed([])).toEqual({ engines: "all", settings: {} });
  });
});

describe("evaluate", () => {
  it.each<[string, () => string[], string]>([
    [
      "a missing column",
      () => ["--train", at("no-column.csv"), "--test", at("test.csv"), "--task", "rating"],
      "no-column.csv lacks the column movieId",
    ],
    [
      "an empty file",
      () => ["--train", at("train.csv"), "--test", at("empty.csv"), "--task", "rating"],
      "empty.csv is empty",
    ],
    [
      "a missing file",
      () => ["--train", at("nowhere.csv"), "--test", at("test.csv"), "--task", "rating"],
      "There is no file or folder at",
    ],
    ["a missing catalog", () => [...files("rating"), "--catalog", at("nowhere")], "There is no file or folder at"],
    ["an unknown engine", () => [...files("rating"), "--engine", "magic"], 'There is no engine "magic"'],
    [
      "an engine that does not do the task",
      () => [...files("rating"), "--engine", "most-rated"],
      "most-rated does not do the task rating",
    ],
    [
      "an engine that needs more",
      () => [...files("ranking"), "--engine", "content-embedding"],
      "content-embedding cannot be judged: it needs itemVectors",
    ],
    [
      "an unknown hyperparameter",
      () => [...files("rating"), "--engine", "svd", "--set", "depth=3"],
      'There is no hyperparameter "depth"; there are factors',
    ],
    ["a value out of range", () => [...files("rating"), "--set", "factors=-1"], 'The hyperparameter "factors" is -1'],
    [
      "a folder that is no data set",
      () => ["--protocol", "ms-recommenders", "--data", at("temporary")],
      "holds no data set that is known here",
    ],
  ])("refuses %s", async (_, args, message) => {
    const judging = evaluate(parseEvaluateOptions(args()), at("temporary"), new AbortController().signal);
    await expect(judging).rejects.toThrow(message);
  });
});

describe("chooseCandidates", () => {
  it("takes all that can, hands settings to those that have them, and names those that lack something", async () => {
    const { folds } = await readFolds(
      { kind: "files", train: at("train.csv"), test: at("test.csv"), task: "ranking" },
      1,
      () => {},
    );
    const [{ training }] = [...folds] as [Fold];
    const { candidates, leftOut } = chooseCandidates(
      { engines: "all", settings: { neighbors: 7 } },
      "ranking",
      training,
    );
    const settingsOf = Object.fromEntries(candidates.map(({ engine, settings }) => [engine.name, settings]));
    expect(settingsOf).toMatchObject({ "item-knn": { neighbors: 7 }, svd: {} });
    expect(leftOut.map(({ name }) => name)).toContain("content-embedding");
    for (const { name } of leftOut) expect(Object.keys(settingsOf)).not.toContain(name);
  });
});

describe("tune", () => {
  const engine = getEngine("bayesian-average");
  const tried: unknown[] = [];
  const rmseOf = (priorCount: number) => Math.abs(priorCount - 20);
  const search = (trials: number, judge = rmseOf) =>
    tune(
      { engine, settings: {} },
      async ({ priorCount }) => {
        tried.push(priorCount);
        return { metrics: { rmse: judge(Number(priorCount)) } };
      },
      {
        ...{ trials, seed: 1, task: "rating", k: 10, fingerprint: "data", report: () => {} },
        statePath: at("trials.json"),
        signal: new AbortController().signal,
      },
    );

  it("goes on with a search that was stopped and ends where an unbroken one would", async () => {
    await search(5);
    const inParts = await search(12);
    expect(tried).toHaveLength(12);
    const best = tried.toSorted((a, b) => Math.abs(Number(a) - 20) - Math.abs(Number(b) - 20))[0];
    expect(inParts.priorCount).toBe(best);
    const [first, ...rest] = tried.splice(0);
    await rm(at("trials.json"));
    expect(await search(12)).toEqual(inParts);
    expect(tried).toEqual([first, ...rest]);
  });

  it("counts settings that the engine fails with as the worst, and gives up where all fail", async () => {
    await rm(at("trials.json"));
    const failing = (isFailing: (priorCount: number) => boolean) => (priorCount: number) => {
      if (isFailing(priorCount)) throw new Error("out of memory");
      return rmseOf(priorCount);
    };
    expect(
      (
        await search(
          4,
          failing((priorCount) => priorCount === 0),
        )
      ).priorCount,
    ).not.toBe(0);
    await rm(at("trials.json"));
    await expect(
      search(
        2,
        failing(() => true),
      ),
    ).rejects.toThrow("all trials failed");
  });

  it("refuses a state that is none", async () => {
    await writeFile(at("trials.json"), "{ half");
    await expect(search(1)).rejects.toThrow("holds no trials of an earlier search");
  });
});

describe("judgeInChild", () => {
  const job = (foldPath: string): JudgeJob => ({
    engine: "bayesian-average",
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
