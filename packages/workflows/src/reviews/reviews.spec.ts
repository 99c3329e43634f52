import { type Database, importRepository, reviewsRepository } from "@matinee/db";
import { loadLinearClassifier } from "@matinee/sentiment";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../../tests/kit/small-catalog.ts";
import { judgeReviews } from "./judge-reviews.ts";
import { judgeSourceReviews } from "./judge-source-reviews.ts";

const texts = ["A wonderful, moving film.", "Dull, lifeless, boring."];

describe("judgeSourceReviews", () => {
  it("keeps what a review has, in the order they came", async () => {
    const judged = await judgeSourceReviews(texts.map((text, index) => ({ key: `${index}`, text, movie: 7 + index })));
    const { hash } = await loadLinearClassifier();
    expect(judged).toMatchObject([
      { sourceKey: "0", text: texts[0], movie: 7, sentiment: "POSITIVE", judgedBy: hash },
      { sourceKey: "1", text: texts[1], movie: 8, sentiment: "NEGATIVE", judgedBy: hash },
    ]);
  });

  it("stops when the signal says so", async () => {
    const judging = judgeSourceReviews([{ key: "1", text: texts[0]! }], { signal: AbortSignal.abort() });
    await expect(judging).rejects.toThrow("aborted");
  });
});

describe.each(databases)("judgeReviews on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    const judged = await judgeSourceReviews(texts.map((text, index) => ({ key: `${index}`, text, movie: index })));
    const reviews = judged.map((review) => ({
      ...review,
      source: "example",
      author: null,
      halfStars: null,
      writtenAt: null,
    }));
    const catalog = smallCatalog({ movies: 4, viewers: 2, ratingsPerViewer: 2 });
    await importRepository(database.kysely).importCatalog({ ...catalog, reviews });
  });
  afterAll(() => database?.close());

  it.skipIf(skipReason)("judges again what another model judged, and nothing else", async () => {
    const classifier = await loadLinearClassifier();
    expect(await judgeReviews(database, classifier)).toBe(0);
    const newer = { ...classifier, hash: "newer" };
    expect(await judgeReviews(database, newer)).toBe(2);
    expect(await judgeReviews(database, newer)).toBe(0);
    expect(await reviewsRepository(database.kysely).listJudgedByOthers("newer", 10)).toEqual([]);
  });
});
