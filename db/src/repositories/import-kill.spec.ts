// An import whose process is killed, wherever it is: the next one ends with the same rows as one that was left alone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it } from "vitest";
import { migratedDump } from "../../../tests/kit/databases.ts";
import { ratingStream, smallCatalog, smallRatings } from "../../../tests/kit/small-catalog.ts";
import { openDatabase } from "../database.ts";
import type { Database, DatabaseOptions } from "../database.types.ts";
import { migrate } from "../migrate.ts";
import { createScratchDatabase } from "../postgres/scratch-database.ts";
import { dataReportRepository } from "./data-report.repository.ts";
import { importRepository } from "./import.repository.ts";
import { trainingDataRepository } from "./training-data.repository.ts";

const size = { movies: 50, viewers: 100, ratingsPerViewer: 30 };
const chunkSize = 500;
const catalog = { ...smallCatalog(size), ratings: [ratingStream("small", smallRatings(size), chunkSize)] };

/** What the import has come to, in the order in which it is told. */
const places = ["staging 4/6", "staging 6/6", "movies 1", "ratings 5/6", "totals 1"];

const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
const program = (options: DatabaseOptions, place: string) => `
  import { openDatabase, importRepository } from ${url("../index.ts")};
  import { ratingStream, smallCatalog, smallRatings } from ${url("../../../tests/kit/small-catalog.ts")};
  const size = ${JSON.stringify(size)};
  const database = await openDatabase(${JSON.stringify(options)});
  const catalog = { ...smallCatalog(size), ratings: [ratingStream("small", smallRatings(size), ${chunkSize})] };
  const onProgress = (stage, done, total) => {
    const place = stage === "staging" ? stage + " " + Math.round(6 * done) + "/6"
      : stage === "ratings" ? stage + " " + done + "/6" : stage + " " + Math.round(done / total);
    if (place === ${JSON.stringify(place)}) console.log("here");
  };
  await importRepository(database.kysely).importCatalog(catalog, { onProgress });`;

async function importAndKill(options: DatabaseOptions, place: string): Promise<void> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program(options, place)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  for await (const _ of createInterface({ input: child.stdout })) child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

async function importAgain(options: DatabaseOptions) {
  const database = await openDatabase(options);
  try {
    const trainingData = trainingDataRepository(database.kysely);
    const { ratings: before } = await trainingData.readFingerprints();
    const { ratingCount } = await importRepository(database.kysely).importCatalog(catalog);
    const { movies } = await dataReportRepository(database.kysely).measureFacts({ withTotals: true });
    return { before, ratingCount, wrongTotals: movies.wrongTotals, ratings: await listRatings(database) };
  } finally {
    await database.close();
  }
}

/** By what does not depend on ids: those that a killed import took are not given again. */
const listRatings = async ({ kysely }: Database) =>
  kysely
    .selectFrom("ratings")
    .innerJoin("viewers", "viewers.id", "viewerId")
    .innerJoin("movies", "movies.id", "movieId")
    .select(["sourceKey", "slug", "halfStars", "ratedAt"])
    .orderBy("sourceKey")
    .orderBy("slug")
    .execute();

const whole = async (options: DatabaseOptions) => (await importAgain(options)).ratings;
const nothing = "0:0";

describe("an import that is killed", () => {
  const temporary = mkdtempSync(join(tmpdir(), "matinee-import-"));
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  const makeFolder = async (name: string): Promise<DatabaseOptions> => {
    const folder = join(temporary, name);
    await (await openDatabase({ folder, loadDataDir: await migratedDump() })).close();
    return { folder };
  };

  it("is taken up again in a PGlite folder", async () => {
    const expected = await whole(await makeFolder("whole"));
    const options = await makeFolder("killed");
    await importAndKill(options, "staging 4/6");
    await importAndKill(options, "ratings 5/6");
    expect(await importAgain(options)).toEqual({
      before: nothing,
      ratingCount: 3_000,
      wrongTotals: 0,
      ratings: expected,
    });
  });

  const serverUrl = process.env.TEST_DATABASE_URL;
  it.skipIf(!serverUrl)("is taken up again on a Postgres server, at once", async () => {
    const inScratch = async <Result>(run: (options: DatabaseOptions) => Promise<Result>): Promise<Result> => {
      const { url, drop } = await createScratchDatabase(serverUrl!);
      const database = await openDatabase({ url });
      await migrate(database);
      await database.close();
      return run({ url }).finally(drop);
    };
    const expected = await inScratch(whole);
    for (const place of places) {
      const again = await inScratch(async (options) => {
        await importAndKill(options, place);
        return importAgain(options);
      });
      expect(again, place).toEqual({ before: nothing, ratingCount: 3_000, wrongTotals: 0, ratings: expected });
    }
  });
});
