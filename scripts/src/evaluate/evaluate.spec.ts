import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { evaluate } from "./evaluate.ts";
import { parseEvaluateOptions } from "./options.ts";

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
