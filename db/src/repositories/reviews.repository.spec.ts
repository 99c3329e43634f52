import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import type { ImportedReview, ReviewRow } from "./review.types.ts";
import { reviewsRepository } from "./reviews.repository.ts";
import { viewersRepository } from "./viewers.repository.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const positive = { text: "Good.", sentiment: "POSITIVE", positiveProbability: 0.75, judgedBy: "model" } as const;
const negative = { text: "Bad.", sentiment: "NEGATIVE", positiveProbability: 0.25, judgedBy: "model" } as const;

describe.each(databases)("reviews on $name", ({ skipReason, open }) => {
  let database: Database;
  let reviews: ReturnType<typeof reviewsRepository>;
  let movieIds: number[];
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    reviews = reviewsRepository(database.kysely);
    await importRepository(database.kysely).importCatalog(smallCatalog({ movies: 5, viewers: 2, ratingsPerViewer: 2 }));
    const rows = await database.kysely.selectFrom("movies").select("id").orderBy("id").execute();
    movieIds = rows.map(({ id }) => id);
  });
  beforeEach(async () => {
    await database?.kysely.deleteFrom("reviews").execute();
  });
  afterAll(() => database?.close());

  let accounts = 0;
  const newViewer = async () => (await viewersRepository(database.kysely).createForAccount(`account ${accounts++}`)).id;
  const imported = (key: string, changes: Partial<ImportedReview> = {}): ImportedReview => ({
    ...positive,
    movieId: movieIds[0]!,
    source: "example",
    sourceKey: key,
    author: null,
    halfStars: 9,
    writtenAt: null,
    ...changes,
  });

  it.skipIf(skipReason)("are written once by a viewer, changed and removed by the same alone", async () => {
    const [viewerId, other] = [await newViewer(), await newViewer()];
    const review = { ...positive, viewerId, movieId: movieIds[0]!, writtenAt: at(1) };
    const written = (await reviews.write(review))!;
    expect(written).toMatchObject({ ...review, source: "viewer", sortedAt: at(1), updatedAt: at(1) });
    expect(await reviews.write({ ...review, ...negative })).toBeUndefined();
    expect(await reviews.write({ ...review, viewerId: other })).toBeDefined();

    expect(await reviews.update(written.id, other, negative, at(2))).toBeUndefined();
    expect(await reviews.findById(written.id)).toEqual(written);
    const changed = { ...written, ...negative, updatedAt: at(2) };
    expect(await reviews.update(written.id, viewerId, negative, at(2))).toEqual(changed);
    expect(await reviews.findForViewer(viewerId, movieIds)).toEqual([changed]);

    expect(await reviews.remove(written.id, other)).toBe(false);
    expect(await reviews.remove(written.id, viewerId)).toBe(true);
    expect(await reviews.findById(written.id)).toBeUndefined();
  });

  it.skipIf(skipReason)("keep one of two that a viewer writes at the same time", async () => {
    const review = { ...positive, viewerId: await newViewer(), movieId: movieIds[0]!, writtenAt: at(1) };
    const written = await Promise.all([reviews.write(review), reviews.write(review), reviews.write(review)]);
    expect(written.filter((each) => each !== undefined)).toHaveLength(1);
  });

  it.skipIf(skipReason)("go with their viewer, and with one who joins another", async () => {
    const [from, to] = [await newViewer(), await newViewer()];
    const viewers = viewersRepository(database.kysely);
    await reviews.write({ ...positive, viewerId: from, movieId: movieIds[0]!, writtenAt: at(1) });
    await reviews.write({ ...positive, viewerId: from, movieId: movieIds[1]!, writtenAt: at(2) });
    await reviews.write({ ...negative, viewerId: to, movieId: movieIds[1]!, writtenAt: at(1) });
    await viewers.mergeInto(from, to);
    const byMovie = (rows: ReviewRow[]) => Object.fromEntries(rows.map(({ movieId, text }) => [movieId, text]));
    expect(byMovie(await reviews.findForViewer(to, movieIds))).toEqual({
      [movieIds[0]!]: "Good.",
      [movieIds[1]!]: "Bad.",
    });
    await viewers.remove(to);
    expect(await reviews.summarize(movieIds)).toEqual([]);
  });

  it.skipIf(skipReason)("page newest first without overlap, those without a date last", async () => {
    const dated = Array.from({ length: 7 }, (_, index) =>
      imported(`dated ${index}`, { writtenAt: at(Math.floor(index / 3)), text: `dated ${Math.floor(index / 3)}` }),
    );
    const undated = Array.from({ length: 3 }, (_, index) => imported(`undated ${index}`, { text: "undated" }));
    await reviews.importReviews([...undated, ...dated, imported("elsewhere", { movieId: movieIds[1]! })]);
    const seen: ReviewRow[] = [];
    for (let hasNextPage = true; hasNextPage; ) {
      const page = (await reviews.pageByMovies([movieIds[0]!], { first: 2, after: seen.at(-1) })).get(movieIds[0]!)!;
      seen.push(...page.reviews);
      hasNextPage = page.hasNextPage;
    }
    expect(seen.map(({ text }) => text)).toEqual([
      "dated 2",
      ...new Array(3).fill("dated 1"),
      ...new Array(3).fill("dated 0"),
      ...new Array(3).fill("undated"),
    ]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(10);
    const pages = await reviews.pageByMovies(movieIds, { first: 2 });
    expect([...pages.keys()].sort((a, b) => a - b)).toEqual(movieIds.slice(0, 2));
    expect(pages.get(movieIds[0]!)).toEqual({ reviews: seen.slice(0, 2), hasNextPage: true });
    expect(pages.get(movieIds[1]!)).toMatchObject({ hasNextPage: false });
  });

  it.skipIf(skipReason)("are counted by film", async () => {
    await reviews.importReviews([
      imported("a"),
      imported("b", negative),
      imported("c", { sentiment: "NEUTRAL", positiveProbability: 0.5 }),
      imported("d", { movieId: movieIds[1]! }),
    ]);
    const summaries = await reviews.summarize([...movieIds, 999_999]);
    expect(summaries.sort((a, b) => a.movieId - b.movieId)).toEqual([
      { movieId: movieIds[0], count: 3, positiveCount: 1 },
      { movieId: movieIds[1], count: 1, positiveCount: 1 },
    ]);
  });

  it.skipIf(skipReason)("are imported once: a second import changes what differs and keeps the ids", async () => {
    const list = [imported("a", { author: "Ada" }), imported("b"), imported("a", { source: "another" })];
    expect(await reviews.importReviews(list)).toEqual({ added: 3, changed: 0 });
    const before = await database.kysely.selectFrom("reviews").selectAll().orderBy("id").execute();
    expect(await reviews.importReviews(list)).toEqual({ added: 0, changed: 0 });
    expect(await database.kysely.selectFrom("reviews").selectAll().orderBy("id").execute()).toEqual(before);
    const changes = [
      imported("b", { text: "Tabs\tand\nlines, ★ and 🎬", writtenAt: at(3) }),
      imported("c"),
      imported("c"),
    ];
    expect(await reviews.importReviews(changes)).toEqual({ added: 1, changed: 1 });
    const after = await database.kysely
      .selectFrom("reviews")
      .select(["id", "text", "writtenAt"])
      .orderBy("id")
      .execute();
    expect(after.map(({ id }) => id).slice(0, 3)).toEqual(before.map(({ id }) => id));
    expect(after.find(({ id }) => id === before.find(({ sourceKey }) => sourceKey === "b")!.id)).toMatchObject({
      text: "Tabs\tand\nlines, ★ and 🎬",
      writtenAt: at(3),
    });
  });

  it.skipIf(skipReason)("are imported all or none", async () => {
    const list = [imported("a"), imported("b", { movieId: 999_999 })];
    await expect(reviews.importReviews(list)).rejects.toMatchObject({ code: "23503" });
    expect(await reviews.summarize(movieIds)).toEqual([]);
    expect(await reviews.importReviews([])).toEqual({ added: 0, changed: 0 });
  });

  it.skipIf(skipReason)("are judged again by another model, unless the text has changed meanwhile", async () => {
    await reviews.importReviews([imported("a"), imported("b"), imported("c", { judgedBy: "newer" })]);
    const stale = await reviews.listJudgedByOthers("newer", 10);
    expect(stale).toHaveLength(2);
    expect(await reviews.listJudgedByOthers("newer", 1)).toEqual([stale[0]]);
    const judgment = { sentiment: "NEUTRAL", positiveProbability: 0.5, judgedBy: "newer" } as const;
    await reviews.judge(stale[0]!.id, { ...judgment, text: stale[0]!.text });
    await reviews.judge(stale[1]!.id, { ...judgment, text: "an older text" });
    expect(await reviews.findById(stale[0]!.id)).toMatchObject(judgment);
    expect(await reviews.listJudgedByOthers("newer", 10)).toEqual([stale[1]]);
  });
});
