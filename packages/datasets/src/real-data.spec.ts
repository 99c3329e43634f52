import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureCoverage } from "./coverage.ts";
import { DatasetError, type SourceCatalog } from "./dataset.types.ts";
import { movielensFile, wikipediaFile } from "./download/default-data.ts";
import { openCatalog } from "./open-catalog.ts";
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

  it("ml-25m without ratings, the Wikipedia list and reviews become one catalog", async () => {
    const catalog = await openCatalog(
      ["ml-25m-catalog.zip", "wikipedia-movies.json.gz", "aclimdb-train.jsonl.gz"].map(pathOf),
    );
    expect(catalog.sources.map(({ name, movieCount }) => [name, movieCount])).toEqual([
      ["ml-25m", 62423],
      ["wikipedia", 36147],
      ["large-movie-review-dataset", 3456],
    ]);
    expect(catalog.movies).toHaveLength(62423);
    expect(catalog.ratings).toEqual([]);
    expect(catalog.reviews).toHaveLength(17505);
    const keys = catalog.movies.flatMap((movie) => Object.entries(movie.keys).map((entry) => entry.join(" ")));
    expect(new Set(keys).size).toBe(keys.length);
  }, 120_000);

  it("directors and writers of 200 films are those that their pages name, as checked by hand", async () => {
    const { movies } = await openCatalog([pathOf("wikipedia-movies.json.gz")]);
    const read = new Map(movies.map((movie) => [`${movie.title} ${movie.year}`, movie]));
    const lines = (await readFile(join(import.meta.dirname, "wikipedia/checked-credits.tsv"), "utf8"))
      .trim()
      .split("\n");
    const checked = lines.slice(1).map((line) => line.split("\t"));
    expect(checked).toHaveLength(200);
    for (const [title, year, directors, writers, verdict] of checked) {
      const movie = read.get(`${title} ${year}`);
      const answer = [movie?.directors.join("; "), movie?.writers.join("; ")];
      if (verdict === "right") expect(answer, title).toEqual([directors, writers]);
      else expect(answer, title).not.toEqual([directors, writers]);
    }
  });
});
