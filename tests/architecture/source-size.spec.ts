// House rules on the size of source files: half are short, nearly all fit a few screens, none is a monolith.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const tracked = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "--", "*.ts", "*.tsx", "*.mjs"],
  {
    cwd: root,
    encoding: "utf8",
  },
);
const handWritten = tracked
  .split("\n")
  .filter((path) => path !== "" && !path.includes("/generated/") && !/\.(spec|suite)\.tsx?$/.test(path));
const sizes = handWritten
  .map((path) => ({ path, lines: readFileSync(`${root}${path}`, "utf8").split("\n").length - 1 }))
  .sort((a, b) => a.lines - b.lines);
const quantile = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))]!.lines;

it("keeps the median source file at 75 lines or fewer", () => {
  expect(quantile(0.5)).toBeLessThanOrEqual(75);
});

it("keeps nine of ten source files at 300 lines or fewer", () => {
  expect(quantile(0.9)).toBeLessThanOrEqual(300);
});

it("keeps every hand-written source file at 500 lines or fewer", () => {
  expect(sizes.filter(({ lines }) => lines > 500)).toEqual([]);
});
