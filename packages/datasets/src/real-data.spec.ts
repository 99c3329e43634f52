import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureCoverage } from "./coverage.ts";
import { DatasetError, type SourceCatalog } from "./dataset.types.ts";
import { movielensFile, wikipediaFile } from "./download/default-data.ts";
import { readCatalog } from "./read-catalog.ts";
import { temporaryFolder } from "./testing/write-source.ts";

const data = process.env.TEST_DATA ?? "";
const pathOf = (name: string) => join(data, name);
const foreign = (catalog: SourceCatalog) =>
  Object.fromEntries(catalog.findings.map(({ rule, count }) => [rule, count]));

describe.skipIf(data === "")("published data (needs TEST_DATA)", () => {
  it("ml-latest-small with the Wikipedia list: all rows, 86 % of the ratings with overview and cast", async () => {
    const catalog = await readCatalog([pathOf("ml-latest-small.zip"), pathOf("wikipedia-movies.json.gz")]);
    expect(catalog.name).toBe("ml-latest-small");
    expect([catalog.movies.length, catalog.viewerKeys.length, catalog.ratings.movies.length]).toEqual([
      9742, 610, 100836,
    ]);
    const coverage = measureCoverage(catalog);
    expect(coverage.ratingsWithOverview).toBeGreaterThan(0.88);
    expect(coverage.ratingsWithOverviewAndCast).toBeGreaterThan(0.86);
    expect(foreign(catalog)["no year in the title: movie kept without one"]).toBe(12);
    const imdbIds = catalog.movies.flatMap((movie) => movie.imdbId ?? []);
    expect(new Set(imdbIds).size).toBe(9742);
  });

  it("ml-100k: all rows, accents from Latin-1", async () => {
    const catalog = await readCatalog([pathOf("ml-100k.zip")]);
    expect([catalog.movies.length, catalog.viewerKeys.length, catalog.ratings.movies.length]).toEqual([
      1682, 943, 100_000,
    ]);
    expect(catalog.movies[542]).toMatchObject({ sourceKey: "543", title: "Les Misérables", year: 1995 });
    expect(foreign(catalog)).toEqual({ "no year in the title: movie kept without one": 1 });
  });

  it("is what a download is checked against; a truncated copy is refused", async () => {
    await movielensFile.verify(pathOf("ml-latest-small.zip"));
    const copy = join(await temporaryFolder(), "ml-latest-small.zip");
    await copyFile(pathOf("ml-latest-small.zip"), copy);
    const whole = await readFile(copy);
    await writeFile(copy, whole.subarray(0, whole.length / 2));
    await expect(movielensFile.verify(copy)).rejects.toThrow(DatasetError);
    await expect(readCatalog([copy])).rejects.toThrow("ml-latest-small.zip is not a whole zip file");
    await wikipediaFile.verify(pathOf("wikipedia-movies.json.gz"));
  });
});
