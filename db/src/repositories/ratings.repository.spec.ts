import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import { ratingsRepository } from "./ratings.repository.ts";
import { totalsRepository } from "./totals.repository.ts";
import { viewersRepository } from "./viewers.repository.ts";

describe.each(databases)("ratings on $name", ({ skipReason, open }) => {
  let database: Database;
  let movieIds: number[];
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await importRepository(database.kysely).importCatalog(
      smallCatalog({ movies: 12, viewers: 5, ratingsPerViewer: 6 }),
    );
    const rows = await database.kysely.selectFrom("movies").select("id").orderBy("id").execute();
    movieIds = rows.map(({ id }) => id);
  });
  afterAll(() => database?.close());

  const newViewer = async (account: string) => (await viewersRepository(database.kysely).createForAccount(account)).id;
  const storedTotals = () => totalsRepository(database.kysely).listByMovieIds(movieIds);
  /** The totals as counting every rating anew gives them. */
  const recountedTotals = async () => {
    const prior = await totalsRepository(database.kysely).getPrior();
    const ratings = await database.kysely.selectFrom("ratings").selectAll().execute();
    return movieIds.map((movieId) => {
      const own = ratings.filter((rating) => rating.movieId === movieId).map(({ halfStars }) => halfStars);
      const halfStarSum = own.reduce((sum, halfStars) => sum + halfStars, 0);
      const average = (prior.mean * prior.weight + halfStarSum / 2) / (prior.weight + own.length);
      return {
        movieId,
        ratingCount: own.length,
        halfStarSum,
        histogram: Array.from({ length: 10 }, (_, bin) => own.filter((halfStars) => halfStars === bin + 1).length),
        bayesianRating: expect.closeTo(own.length ? average : 0, 4),
      };
    });
  };
  const expectTotalsAgree = async () => {
    const stored = await storedTotals();
    expect(stored.sort((a, b) => a.movieId - b.movieId)).toEqual(await recountedTotals());
  };

  it.skipIf(skipReason)("keep the totals and the viewer's version in step", async () => {
    const viewerId = await newViewer("ada");
    const ratings = ratingsRepository(database.kysely);
    const ratedAt = new Date("2026-11-21T10:00:00Z");
    await ratings.rate({ viewerId, movieId: movieIds[0]!, halfStars: 9, ratedAt });
    await ratings.rate({ viewerId, movieId: movieIds[0]!, halfStars: 2, ratedAt });
    expect(await ratings.listByViewer(viewerId)).toEqual([{ movieId: movieIds[0], halfStars: 2, ratedAt }]);
    expect((await viewersRepository(database.kysely).getById(viewerId)).recommendationsVersion).toBe(2);
    await expectTotalsAgree();
    expect(await ratings.unrate(viewerId, movieIds[0]!)).toBe(true);
    expect(await ratings.unrate(viewerId, movieIds[0]!)).toBe(false);
    expect((await viewersRepository(database.kysely).getById(viewerId)).recommendationsVersion).toBe(3);
    expect(await ratings.countByViewer(viewerId)).toBe(0);
    await expectTotalsAgree();
  });

  it.skipIf(skipReason)("agree with a recount after many writes at the same time", async () => {
    const viewerIds = await Promise.all(["v0", "v1", "v2", "v3"].map(newViewer));
    const ratings = ratingsRepository(database.kysely);
    let state = 42;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const ratedAt = new Date();
    const writes = Array.from({ length: 160 }, () => {
      const viewerId = viewerIds[random(4)]!;
      if (random(3) === 0) return ratings.unrate(viewerId, movieIds[random(12)]!);
      const some = Array.from({ length: 1 + random(4) }, () => ({
        movieId: movieIds[random(12)]!,
        halfStars: 1 + random(10),
        ratedAt,
      }));
      return ratings.rateMany(viewerId, some);
    });
    await Promise.all(writes);
    await expectTotalsAgree();
  });

  it.skipIf(skipReason)("refuse an unknown movie or viewer and then change nothing", async () => {
    const viewerId = await newViewer("bob");
    const ratings = ratingsRepository(database.kysely);
    const ratedAt = new Date();
    const known = { movieId: movieIds[0]!, halfStars: 8, ratedAt };
    await expect(ratings.rateMany(viewerId, [known, { ...known, movieId: 999_999 }])).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "There is no movie with the id 999999.",
    });
    await expect(ratings.rate({ ...known, viewerId: 999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ratings.rate({ ...known, viewerId, halfStars: 11 })).rejects.toMatchObject({ code: "23514" });
    expect((await viewersRepository(database.kysely).getById(viewerId)).recommendationsVersion).toBe(0);
    await expectTotalsAgree();
  });

  it.skipIf(skipReason)("page newest first without overlap, also when times are equal", async () => {
    const viewerId = await newViewer("eve");
    const ratings = ratingsRepository(database.kysely);
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
    await ratings.rateMany(
      viewerId,
      movieIds.map((movieId, index) => ({ movieId, halfStars: 5, ratedAt: at(Math.floor(index / 5)) })),
    );
    const seen: number[] = [];
    let page = await ratings.pageByViewer(viewerId, 4);
    for (; page.hasNextPage; page = await ratings.pageByViewer(viewerId, 4, page.ratings.at(-1))) {
      seen.push(...page.ratings.map(({ movieId }) => movieId));
    }
    seen.push(...page.ratings.map(({ movieId }) => movieId));
    expect(seen).toEqual((await ratings.listByViewer(viewerId)).map(({ movieId }) => movieId));
    expect(seen).toHaveLength(12);
    const found = await ratings.findForViewer(viewerId, [movieIds[1]!, 999_999]);
    expect(found).toEqual([{ movieId: movieIds[1], halfStars: 5, ratedAt: at(0) }]);
  });

  it.skipIf(skipReason)("move to another viewer, the later of two staying", async () => {
    const [from, to] = [await newViewer("anonymous"), await newViewer("account")];
    const ratings = ratingsRepository(database.kysely);
    const viewers = viewersRepository(database.kysely);
    const [early, late] = [new Date("2026-01-01"), new Date("2026-02-01")];
    const [first, second, third] = movieIds as [number, number, number];
    await ratings.rateMany(from, [
      { movieId: first, halfStars: 1, ratedAt: late },
      { movieId: second, halfStars: 2, ratedAt: early },
      { movieId: third, halfStars: 3, ratedAt: early },
    ]);
    await ratings.rateMany(to, [
      { movieId: first, halfStars: 9, ratedAt: early },
      { movieId: second, halfStars: 10, ratedAt: late },
    ]);
    await viewers.setEra(from, "OLD");
    await database.kysely.insertInto("dismissals").values({ viewerId: from, movieId: first }).execute();
    await viewers.mergeInto(from, to);
    const byMovie = Object.fromEntries((await ratings.listByViewer(to)).map((row) => [row.movieId, row.halfStars]));
    expect(byMovie).toEqual({ [first]: 1, [second]: 10, [third]: 3 });
    expect(await viewers.listDismissed(to)).toEqual([first]);
    expect(await viewers.getById(to)).toMatchObject({ era: "OLD", recommendationsVersion: 2 });
    await expect(viewers.getById(from)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expectTotalsAgree();
    expect(await viewers.remove(to)).toBe(true);
    expect(await viewers.remove(to)).toBe(false);
    await expectTotalsAgree();
  });
});
