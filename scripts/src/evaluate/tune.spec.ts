import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getEngine } from "@matinee/engines";
import { beforeEach, describe, expect, it } from "vitest";
import { tune } from "./tune.ts";

describe("tune", () => {
  const engine = getEngine("bayesian-average");
  const tried: unknown[] = [];
  let path = "";
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), "matinee-tune-spec-"));
    path = join(folder, "trials.json");
    return () => rm(folder, { recursive: true });
  });

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
        statePath: path,
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
    await rm(path);
    expect(await search(12)).toEqual(inParts);
    expect(tried).toEqual([first, ...rest]);
  });

  it("counts settings that the engine fails with as the worst, and gives up where all fail", async () => {
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
    await rm(path);
    await expect(
      search(
        2,
        failing(() => true),
      ),
    ).rejects.toThrow("all trials failed");
  });

  it("refuses a state that is none", async () => {
    await writeFile(path, "{ half");
    await expect(search(1)).rejects.toThrow("holds no trials of an earlier search");
  });
});
