// What goes wrong at a start ends in one sentence that says what to do, and loses nothing.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogOf, sampler } from "@matinee/datasets";
import { migrate, openDatabase } from "@matinee/db";
import { findCatalogInfo, importCatalog } from "@matinee/workflows";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runStart } from "../kit/run-start.ts";

let scratch: string;
let folder: string;

async function readHeld() {
  const database = await openDatabase({ folder: join(folder, "database") });
  try {
    return await findCatalogInfo(database);
  } finally {
    await database.close();
  }
}

/** One line on standard error, that says `expected`; exit code not 0; the database as before. */
async function expectRefusal(args: readonly string[], expected: RegExp): Promise<void> {
  const before = await readHeld();
  const { code, errorLines } = await runStart(["--folder", folder, "--port", "38101", "--api-port", "38102", ...args]);
  expect(errorLines).toEqual([expect.stringMatching(expected)]);
  expect(code).toBe(1);
  expect(await readHeld()).toEqual(before);
}

async function writeFolder(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(scratch, name);
  await mkdir(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "matinee-faults-"));
  folder = join(scratch, "matinee");
  const database = await openDatabase({ folder: join(folder, "database") });
  await migrate(database);
  await importCatalog(database, catalogOf(sampler()));
  await database.close();
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

describe("npm start", () => {
  it("names the port in use and the option", async () => {
    const server = await new Promise<Server>((resolve) => {
      const listening = createServer().listen(0, "127.0.0.1", () => resolve(listening));
    });
    const { port } = server.address() as { port: number };
    await expectRefusal(["--port", String(port)], new RegExp(`Port ${port}.*--port`));
    await expectRefusal(["--api-port", String(port)], new RegExp(`Port ${port}.*--api-port`));
    server.close();
  });

  it("names the port that browsers refuse", () =>
    expectRefusal(["--api-port", "4190"], /Browsers refuse port 4190.*--api-port/));

  it("names the path that does not exist", () =>
    expectRefusal(["--reset", "--data", join(scratch, "nowhere.zip")], /no file.*nowhere\.zip.*check the path/));

  it("names the column that is missing", async () => {
    const data = await writeFolder("ml-missing-column", {
      "movies.csv": "movieId,title\n1,Toy Story (1995)\n",
      "ratings.csv": "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n",
      "links.csv": "movieId,imdbId,tmdbId\n1,0114709,862\n",
    });
    await expectRefusal(["--reset", "--data", data], /movies\.csv.*genres/);
  });

  it.skipIf(!process.env.TEST_DATA)("refuses a truncated zip (needs TEST_DATA)", async () => {
    const whole = await readFile(join(process.env.TEST_DATA!, "ml-latest-small.zip"));
    const path = join(scratch, "truncated.zip");
    await writeFile(path, whole.subarray(0, whole.length / 2));
    await expectRefusal(["--reset", "--data", path], /truncated\.zip/);
  });

  it("refuses other data than the database holds, naming --reset", async () => {
    const data = await writeFolder("ml-other", {
      "movies.csv": "movieId,title,genres\n1,Toy Story (1995),Comedy\n",
      "ratings.csv": "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n",
      "links.csv": "movieId,imdbId,tmdbId\n1,0114709,862\n",
    });
    await expectRefusal(["--data", data], /sampler.*--reset/);
  });

  it("leaves the folder to the process that has it", async () => {
    const database = await openDatabase({ folder: join(folder, "database") });
    try {
      const { code, errorLines } = await runStart(["--folder", folder, "--port", "38101", "--api-port", "38102"]);
      expect(errorLines).toEqual([expect.stringMatching(/in use by another/)]);
      expect(code).toBe(1);
      expect((await findCatalogInfo(database))?.name).toBe("sampler");
    } finally {
      await database.close();
    }
  });

  it("says that the server of DATABASE_URL cannot be reached, without its password", async () => {
    const url = "postgres://matinee:secret-word@127.0.0.1:9/matinee";
    const { code, output } = await runStart(["--database-url", url, "--port", "38101", "--api-port", "38102"]);
    expect(output).toMatch(/127\.0\.0\.1:9/);
    expect(output).not.toMatch(/secret-word/);
    expect(code).toBe(1);
  });

  it("names the option with a bad value", async () => {
    const { code, output } = await runStart(["--port", "seventy"]);
    expect(output).toMatch(/--port.*seventy/);
    expect(code).toBe(1);
  });
});
