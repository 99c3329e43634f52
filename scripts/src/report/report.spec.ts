// The whole report of a real catalog: one file that needs nothing else, whatever the data says of itself.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCatalog } from "@matinee/datasets";
import { type Database, dataReportRepository } from "@matinee/db";
import {
  type DataReport,
  findCatalogInfo,
  findWorkedExample,
  importCatalog,
  type WorkedExample,
} from "@matinee/workflows";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { reportPage } from "./page.ts";

const [{ open }] = databases as [(typeof databases)[number]];
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await open();
  folder = await mkdtemp(join(tmpdir(), "matinee-report-"));
  await writeFile(
    join(folder, "movies.csv"),
    "movieId,title,genres\n1,Alien (1979),Horror|Sci-Fi\n2,Heat <script>x</script> (1995),Crime|Thriller\n3,Ran (1985),Drama\n",
  );
  await writeFile(
    join(folder, "ratings.csv"),
    "userId,movieId,rating,timestamp\n7,1,4.0,964982703\n7,2,5.0,974982703\n8,1,3.5,984982704\n",
  );
  await importCatalog(database, await openCatalog([folder]));
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const example: WorkedExample = {
  ratings: [{ title: "Heat <script>x</script>", year: 1995, stars: 5 }],
  movie: { title: "Alien", year: 1979 },
  engines: [
    {
      engine: "item-knn",
      version: 3,
      score: 1.5,
      baseline: 0.25,
      parts: [{ name: "Heat <script>x</script>", stars: 5, contribution: 1.5 }],
      rest: { count: 2, contribution: -0.25 },
      terms: [{ name: "genre: Horror", contribution: 1.25 }],
      rank: 1,
      rankedCount: 2,
      prediction: { stars: 3.9, low: 2.1, high: 5, level: 0.9 },
    },
  ],
};

async function makePage(worked: WorkedExample | undefined): Promise<string> {
  const catalog = (await findCatalogInfo(database))!;
  const { report, measuredAt } = (await dataReportRepository(database.kysely).latest<DataReport>())!;
  return reportPage({ catalog, report, measuredAt, example: worked });
}

it("is one file without scripts and without anything from elsewhere", async () => {
  const page = await makePage(example);
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(/i);
  expect(page.match(/(?:src|href)="[^#]/g)).toBeNull();
});

it("shows every chart twice, for phones and wide pages, and as a table", async () => {
  const page = await makePage(undefined);
  const figures = page.split("<figure>").slice(1);
  expect(figures.length).toBeGreaterThanOrEqual(9);
  for (const figure of figures) {
    expect(figure.match(/<div class="(?:narrow|wide)" role="img" aria-label="[^"]+"><svg/g)).toHaveLength(2);
    expect(figure).toMatch(/<details><summary>As a table<\/summary>.*<tbody><tr>/s);
  }
  expect(page).toContain("No engine is in use yet");
});

it("tells what failed before what holds, and what adds up to each engine's score", async () => {
  const page = await makePage(example);
  expect(page.indexOf('class="failed"')).toBeLessThan(page.indexOf('class="held"'));
  for (const text of [
    "item-knn",
    "version 3",
    "+0.250",
    "+1.500",
    "2 others together",
    "−0.250",
    "1.500",
    "genre: Horror",
  ])
    expect(page).toContain(text);
  expect(page).toContain("3.9 stars predicted, 2.1 to 5.0 in 90 % of such cases.");
});

it("finds no example while no model is in use", async () => {
  expect(await findWorkedExample(database)).toBeUndefined();
});
