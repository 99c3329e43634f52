// The report against counts made by hand, on each database.
import { type Database, dataReportRepository, importRepository } from "@matinee/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../../tests/kit/small-catalog.ts";
import type { DataReport } from "./data-report.types.ts";
import { ensureDataReport, refreshDataReport } from "./refresh-report.ts";

const size = { movies: 30, viewers: 12, ratingsPerViewer: 10 };

describe.each(databases)("the data report on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("measures what is stored", () => {});
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const stored = () => dataReportRepository(database.kysely).latest<DataReport>();

  it("says nothing of an empty database", async () => {
    expect(await refreshDataReport(database)).toBeUndefined();
    await ensureDataReport(database);
    expect(await stored()).toBeUndefined();
  });

  it("measures what is stored", async () => {
    await importRepository(database.kysely).importCatalog(smallCatalog(size), {});
    const report = (await refreshDataReport(database))!;
    expect(report).toMatchObject({ movieCount: 30, viewerCount: 12, ratingCount: 120, density: 120 / (30 * 12) });
    expect(new Set(report.ratingsPerViewer.map(({ value }) => value))).toEqual(new Set([10]));
    // viewer v rates the films v to v + 9: the first and last few have fewer, 9 films none
    expect(report.ratingsPerMovie.at(-1)).toEqual({ quantile: 1, value: 10 });
    expect(report.coldStart).toMatchObject({ moviesWithoutRating: 9 / 30, viewersUnderFive: 0, viewersUnderTwenty: 1 });
    expect(report.ratingHistogram.map(({ count }) => count)).toEqual(new Array(10).fill(12));
    expect(report.meanStars).toBeCloseTo(2.75, 12);
    expect(report.ratingsByYear).toEqual([{ year: 2001, count: 120, meanStars: 2.75 }]);
    // the upper half: three films with ten ratings, two each with nine to four
    expect(report.longTail.at(-1)).toEqual({ movieShare: 0.5, ratingShare: (3 * 10 + 2 * 39) / 120 });
    expect(report.decades.map(({ decade, movieCount }) => [decade, movieCount])).toEqual([
      [1960, 10],
      [1970, 10],
      [1980, 10],
    ]);
    // all are dramas, so being one says nothing of the rest; every third is a comedy, every fifth science fiction
    const correlations = Object.fromEntries(
      report.genreCorrelations.map(({ first, second, correlation }) => [[first, second].sort().join(), correlation]),
    );
    expect(correlations["comedy,drama"]).toBe(0);
    expect(correlations["comedy,science-fiction"]).toBeCloseTo((30 * 2 - 10 * 6) / Math.sqrt(10 * 6 * 20 * 24), 12);
    const share = (field: string) => report.coverage.find((each) => each.field === field)?.movieShare;
    expect([share("overview"), share("directors"), share("year")]).toEqual([0.5, 1, 1]);
    const { groups, cells } = report.sparsity;
    const pairsOfCell = (12 / groups) * (21 / groups);
    expect(cells.reduce((sum, { density }) => sum + density, 0) * pairsOfCell).toBeLessThanOrEqual(120);
  });

  it("keeps the report with its import until there is a newer one", async () => {
    const first = (await stored())!;
    await ensureDataReport(database);
    expect(await stored()).toEqual(first);
    await importRepository(database.kysely).importCatalog(smallCatalog({ ...size, viewers: 13 }), {});
    await ensureDataReport(database);
    const second = (await stored())!;
    expect(second.importId).toBeGreaterThan(first.importId);
    expect(second.report.viewerCount).toBe(13);
  });
});
