import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { type Database, importRepository, reviewsRepository } from "@matinee/db";
import { loadLinearClassifier } from "@matinee/sentiment";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../../tests/kit/small-catalog.ts";
import { importReviews, type MovieReview } from "./import-reviews.ts";
import { judgeReviews } from "./judge-reviews.ts";

const data = process.env.TEST_DATA ?? "";

describe.each(databases)("reviews on $name", ({ skipReason, open }) => {
  let database: Database;
  let movieIds: number[];
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await importRepository(database.kysely).importCatalog(
      smallCatalog({ movies: 40, viewers: 2, ratingsPerViewer: 2 }),
    );
    const rows = await database.kysely.selectFrom("movies").select("id").orderBy("id").execute();
    movieIds = rows.map(({ id }) => id);
  });
  afterAll(() => database?.close());

  const review = (key: string, text: string): MovieReview => ({
    movieId: movieIds[0]!,
    source: "example",
    key,
    author: null,
    halfStars: null,
    text,
    writtenAt: null,
  });

  it.skipIf(skipReason)("are judged as they come in, and again by another model", async () => {
    const list = [review("1", "A wonderful, moving film."), review("2", "Dull, lifeless, boring.")];
    const shares: number[] = [];
    const options = { onProgress: (share: number) => shares.push(share) };
    expect(await importReviews(database.kysely, list, options)).toEqual({ added: 2, changed: 0 });
    expect(shares.at(-1)).toBe(1);
    expect(await importReviews(database.kysely, list)).toEqual({ added: 0, changed: 0 });
    expect(await reviewsRepository(database.kysely).summarize(movieIds)).toEqual([
      { movieId: movieIds[0], count: 2, positiveCount: 1 },
    ]);

    const classifier = await loadLinearClassifier();
    expect(await judgeReviews(database, classifier)).toBe(0);
    const newer = { ...classifier, hash: "newer" };
    expect(await judgeReviews(database, newer)).toBe(2);
    expect(await judgeReviews(database, newer)).toBe(0);
  });

  it.skipIf(skipReason)("leave nothing behind when the import is stopped", async () => {
    const controller = new AbortController();
    const list = Array.from({ length: 5_000 }, (_, index) => review(`stopped ${index}`, "A wonderful, moving film."));
    const importing = importReviews(database.kysely, list, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(importing).rejects.toThrow("aborted");
    expect(await reviewsRepository(database.kysely).summarize(movieIds)).toEqual([
      expect.objectContaining({ count: 2 }),
    ]);
  });

  it.skipIf(skipReason ?? (data === "" && "needs TEST_DATA"))(
    "of the Large Movie Review Dataset: all 24,996",
    async () => {
      const lines = createReadStream(join(data, "aclimdb-train.jsonl.gz")).pipe(createGunzip());
      const list: MovieReview[] = [];
      for await (const line of createInterface({ input: lines })) {
        const { id, label, text, stars } = JSON.parse(line);
        const movieId = movieIds[list.length % movieIds.length]!;
        const source = "large-movie-review-dataset";
        list.push({ movieId, source, key: `${label}/${id}`, author: null, halfStars: stars, text, writtenAt: null });
      }
      expect(await importReviews(database.kysely, list)).toEqual({ added: 24_996, changed: 0 });
      expect(await importReviews(database.kysely, list)).toEqual({ added: 0, changed: 0 });
    },
  );
});
