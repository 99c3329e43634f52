// The command in a process of its own, over the embedded database.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@matinee/db";
import { findCatalogInfo } from "@matinee/workflows";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { root } from "../root.ts";

// Each starts a database in a process of its own.
vi.setConfig({ testTimeout: 120_000 });

let folder = "";
const at = (name: string) => join(folder, name);

async function write(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(at(name), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(at(name), file), text);
  return at(name);
}

function runImport(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ["scripts/src/import/main.ts", "--folder", at("matinee"), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", NODE_OPTIONS: "--disable-warning=ExperimentalWarning" },
  });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.on("data", (text) => stdout.push(String(text)));
  child.stderr.on("data", (text) => stderr.push(String(text)));
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, stdout: stdout.join(""), stderr: stderr.join("") }));
  });
}

const openHeld = () => openDatabase({ folder: join(at("matinee"), "database") });

const ratings = (count: number) =>
  ["userId,movieId,rating,timestamp", ...Array.from({ length: count }, (_, row) => `${row + 1},1,4.0,964982703`)]
    .join("\n")
    .concat("\n");
const movielens = {
  "movies.csv": 'movieId,title,genres\n1,"Matrix, The (1999)",Action\n2,Heat (1995),Crime\n',
  "ratings.csv": ratings(20),
};
const wikipedia = {
  "movies.json": JSON.stringify([
    { title: "The Matrix", year: 1999, cast: ["Keanu Reeves"], genres: [], extract: "The Matrix is a 1999 film." },
  ]),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "matinee-import-command-"));
  await write("movielens", movielens);
  await write("wikipedia", wikipedia);
});
afterAll(() => rm(folder, { recursive: true }));

it("tells what each source brought and how much of the ratings has texts", async () => {
  const { code, stdout } = await runImport("--data", at("movielens"), "--data", at("wikipedia"));
  expect(stdout).toMatch(/source +films +matched +new\nmovielens +2 +0 +2\nwikipedia +1 +1 +0\n/);
  expect(stdout).toContain("The database holds 2 films and 20 ratings (movielens + wikipedia).");
  expect(stdout).toContain(
    "100.0 % of the ratings are of a film with an overview, 100.0 % of one with overview and cast.",
  );
  expect(code).toBe(0);
});

it("leaves the database as it was when data cannot be used", async () => {
  const broken = await write("broken", { ...movielens, "ratings.csv": `${ratings(30)}31,2,` });
  const { code, stderr } = await runImport("--data", broken);
  expect(stderr.trim().split("\n").at(-1)).toMatch(/^ratings\.csv ends in the middle of line 32, .*again\.$/);
  expect(code).toBe(1);
  const database = await openHeld();
  expect(await findCatalogInfo(database)).toMatchObject({ movieCount: 2, ratingCount: 20 });
  await database.close();
});

it("gives way to a running Matinee", async () => {
  const database = await openHeld();
  const { code, stderr } = await runImport("--data", at("movielens"));
  await database.close();
  expect(stderr).toMatch(/^A running Matinee holds the embedded database/);
  expect(code).toBe(1);
});
