// What an import would store is judged before it is stored; what is stored is judged by the same list.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Catalog, openCatalog } from "@matinee/datasets";
import { catalogRepository, type Database, dataReportRepository } from "@matinee/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { checkCatalog, importCatalog } from "../import/import-catalog.ts";
import type { DataReport } from "../report/data-report.types.ts";
import { WorkflowError } from "../workflow-error.ts";
import { checkData } from "./check-data.ts";

const movies = "movieId,title,genres\n1,Alien (1979),Horror\n2,Heat (1995),Crime\n";
const ratings = "userId,movieId,rating,timestamp\n7,1,4.0,964982703\n7,2,5.0,964982703\n8,1,3.5,964982704\n";
const sources = {
  sound: { "movies.csv": movies, "ratings.csv": ratings },
  // somebody's clock is in the year 2090
  "of-tomorrow": { "movies.csv": movies, "ratings.csv": `${ratings}9,1,3.0,3786912000\n` },
  // 1869 cannot be: it is left empty
  mistyped: { "movies.csv": `${movies}3,Ran (1869),Drama\n`, "ratings.csv": ratings },
};

describe.each(databases)("checks of data on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("judge before and after an import", () => {});
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), "matinee-check-"));
    for (const [name, files] of Object.entries(sources)) {
      await mkdir(join(folder, name));
      for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text);
    }
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const read = (name: keyof typeof sources): Promise<Catalog> => openCatalog([join(folder, name)]);
  const latestImport = () => catalogRepository(database.kysely).latestImport();
  const countMovies = () => catalogRepository(database.kysely).movieCount();
  const failed = (results: readonly { readonly name: string; readonly passed: boolean }[]) =>
    results.filter(({ passed }) => !passed).map(({ name }) => name);

  it("tell what an import would bring, and bring nothing", async () => {
    expect(failed(await checkCatalog(database, await read("of-tomorrow")))).toContain("no-rating-of-tomorrow");
    const results = await checkCatalog(database, await read("sound"));
    expect(results.find(({ name }) => name === "years-of-films")).toMatchObject({
      passed: true,
      observed: "1979 to 1995",
    });
    expect(await latestImport()).toBeUndefined();
    expect(await countMovies()).toBe(0);
  });

  it("stop an import that fails a hard expectation, and say which", async () => {
    const refused = importCatalog(database, await read("of-tomorrow"));
    await expect(refused).rejects.toThrow(WorkflowError);
    await expect(refused).rejects.toThrow(
      /no-rating-of-tomorrow .*found 2090-01-01, expected at most .*Nothing was changed/,
    );
    expect(await latestImport()).toBeUndefined();
    expect(await countMovies()).toBe(0);
  });

  it("are kept with the import, beside what was done about outliers and missing values", async () => {
    await importCatalog(database, await read("mistyped"));
    const { report } = (await dataReportRepository(database.kysely).latest<DataReport>())!;
    const importId = (await latestImport())!.id;
    expect(report.expectations).toEqual(await checkData(database, { withTotals: true, importId }));
    // no texts, and one film of three without a year
    expect(failed(report.expectations)).toEqual([
      "films-have-years",
      "ratings-have-texts",
      "ratings-have-texts-and-cast",
    ]);
    const counts = Object.fromEntries(report.treatments.map(({ rule, before, after }) => [rule, [before, after]]));
    expect(counts).toMatchObject({
      "year before 1870 or more than ten years ahead: left empty": [1, 0],
      "no year: taken from another source, else left empty": [1, 1],
    });
  });

  it("compare with the import before", async () => {
    await importCatalog(database, await read("sound"));
    const importId = (await latestImport())!.id;
    const results = await checkData(database, { withTotals: true, importId });
    expect(results.find(({ name }) => name === "films-stay")).toMatchObject({ observed: "3", expected: "at least 3" });
  });
});
