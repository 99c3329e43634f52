import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../root.ts";

const right = [
  { text: "A moving, beautifully acted film.", label: "pos" },
  { text: "A dull, lifeless mess with wooden acting.", label: "neg" },
];
const wrong = { text: "The worst film ever, boring and stupid.", label: "pos" };
const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join("\n");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "matinee-evaluate-sentiment-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function evaluate(content: string | Buffer, ...options: string[]) {
  const path = join(folder, "texts");
  await writeFile(path, content);
  return run("--data", path, ...options);
}

function run(...options: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const args = ["scripts/src/evaluate-sentiment/main.ts", ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

describe("npm run evaluate-sentiment", () => {
  it("prints one JSON document and nothing else, for plain and gzipped lines alike", async () => {
    const content = `${lines([...right, wrong])}\n\n`;
    for (const bytes of [Buffer.from(content), gzipSync(content)]) {
      const { code, stdout } = await evaluate(bytes, "--json");
      expect(code).toBe(0);
      const figures = JSON.parse(stdout);
      expect(Object.keys(figures)).toEqual(["n", "accuracy", "expectedCalibrationError", "textsPerSecond"]);
      expect(figures.n).toBe(3);
      expect(figures.accuracy).toBeCloseTo(2 / 3);
      expect(figures.expectedCalibrationError).toBeGreaterThan(0);
      expect(figures.expectedCalibrationError).toBeLessThan(1);
      expect(figures.textsPerSecond).toBeGreaterThan(0);
    }
  });

  it("prints a table without --json", async () => {
    const { stdout } = await evaluate(lines(right));
    expect(stdout).toMatch(
      /^classifier\s+texts\s+accuracy\s+calibration error\s+texts per second\nlinear\s+2\s+1\.0000/,
    );
  });

  it.each([
    ["a broken line", `${lines(right)}\n{"text": "half`, "Line 3 of "],
    ["another label", lines([...right, { text: "Good.", label: "positive" }]), "Line 3 of "],
    ["a text that is no text", lines([{ text: 7, label: "pos" }]), "Line 1 of "],
    ["another kind of JSON", "null", "Line 1 of "],
    ["no texts", "\n", "holds no texts"],
    ["half a gzip file", gzipSync(lines(right)).subarray(0, 60), "is not a whole gzip file"],
    ["bytes that are not UTF-8", Buffer.of(0x7b, 0xff, 0x7d), "is not UTF-8 text"],
  ])("refuses %s in one sentence", async (_, content, message) => {
    const { code, stdout, stderr } = await evaluate(content, "--json");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("says so when the file or DistilBERT is not there", async () => {
    expect((await run("--data", join(folder, "none"))).stderr).toMatch(
      /none cannot be read \(.+\); check the path\.\n$/,
    );
    const { code, stderr } = await evaluate(lines(right), "--models", folder);
    expect(code).toBe(1);
    expect(stderr).toContain("DistilBERT's file");
  });
});
