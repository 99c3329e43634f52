import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { ratingStream, smallCatalog, smallMovie, smallRatings } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { dataReportRepository } from "./data-report.repository.ts";
import { importRepository } from "./import.repository.ts";

const size = { movies: 30, viewers: 12, ratingsPerViewer: 10 };

describe.each(databases)("facts of the data on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("counts what is unsound", () => {});
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const measure = () => dataReportRepository(database.kysely).measureFacts({ withTotals: true });
  const run = (statement: string) => sql.raw(statement).execute(database.kysely);

  it("are those of nothing where nothing is stored", async () => {
    expect(await measure()).toMatchObject({
      movies: { count: 0, years: null, runtimes: null, themeRelevances: null, repeatedKeys: 0, wrongTotals: 0 },
      ratings: { count: 0, viewerCount: 0, largestViewer: 0, halfStars: null, times: null, ofUnknownMovies: 0 },
      sources: [],
    });
  });

  it("count what is there", async () => {
    const ratings = smallRatings(size);
    await importRepository(database.kysely).importCatalog(smallCatalog(size), {});
    const overviews = ratings.movies.filter((movie) => smallMovie(movie).overview !== null).length;
    const facts = await measure();
    expect(facts.movies).toEqual({
      count: 30,
      years: { low: 1960, high: 1989 },
      runtimes: { low: 90, high: 119 },
      voteAverages: null,
      themeRelevances: { low: 1, high: 1 },
      withYear: 30,
      withGenres: 30,
      withOverview: 15,
      withoutTitle: 0,
      undecodable: 0,
      shortOverviews: 15,
      sharedOverviews: 15,
      malformedImdbIds: 0,
      repeatedKeys: 0,
      repeatedSlugs: 0,
      repeatedImdbIds: 0,
      twins: 0,
      withoutKey: 0,
      ratedTooEarly: 0,
      wrongTotals: 0,
    });
    expect(facts.ratings).toEqual({
      count: 120,
      histogram: new Array(10).fill(12),
      halfStars: { low: 1, high: 10 },
      viewerCount: 12,
      largestViewer: 10,
      constantRatings: 0,
      constantViewers: 0,
      ofUnknownViewers: 0,
      repeatedPairs: 0,
      ofUnknownMovies: 0,
      withOverview: overviews,
      withOverviewAndCast: overviews,
      times: { low: 1_000_000_000_000, high: (1_000_000_000 + 119 * 3_600) * 1_000 },
    });
    expect(facts.sources).toEqual([{ source: "small", ratingCount: 120, newest: facts.ratings.times?.high }]);
    expect(Math.abs(Date.now() - facts.measuredAt)).toBeLessThan(60_000);
  });

  it("count viewers who cannot tell films apart, and ratings of a time that is not known", async () => {
    const alike = { movies: 120, viewers: 1, ratingsPerViewer: 101 };
    const ratings = smallRatings(alike);
    const constant = { ...ratings, halfStars: ratings.halfStars.fill(8), ratedAt: ratings.ratedAt.fill(0) };
    await importRepository(database.kysely).importCatalog(
      { ...smallCatalog(alike), ratings: [ratingStream("constant", constant)] },
      {},
    );
    const facts = await measure();
    expect(facts.ratings).toMatchObject({ constantRatings: 101, constantViewers: 1, largestViewer: 101, count: 221 });
    expect(facts.ratings.times?.low).toBe(1_000_000_000_000);
    expect(facts.sources).toMatchObject([{ source: "constant", newest: 0 }, { source: "small" }]);
  });

  it("count what is unsound, also where nothing guards it any more", async () => {
    await run("alter table ratings drop constraint ratings_pkey, drop constraint ratings_movie_id_fkey");
    await run("alter table ratings drop constraint ratings_viewer_id_fkey, drop constraint ratings_half_stars_check");
    await run("alter table movies drop constraint movies_imdb_id_key");
    await run("insert into ratings select 1, min(id), 11, now() from movies");
    await run("insert into ratings select * from ratings where half_stars = 11");
    await run("insert into ratings values (999999, 999999, 5, now())");
    await run("update movies set title = '', year = 2100, imdb_id = 'tt1' where slug in ('film-1', 'film-3')");
    await run("update movies set overview = overview || chr(65533), vote_average = 8.5 where slug = 'film-5'");
    await run("delete from movie_keys where key = '7'");
    const { movies, ratings } = await measure();
    expect(movies).toMatchObject({
      years: { low: 1960, high: 2100 },
      voteAverages: { low: 8.5, high: 8.5 },
      withoutTitle: 2,
      twins: 2,
      malformedImdbIds: 2,
      repeatedImdbIds: 1,
      undecodable: 1,
      withoutKey: 1,
      ratedTooEarly: 2,
      wrongTotals: 1,
    });
    expect(ratings).toMatchObject({
      halfStars: { low: 1, high: 11 },
      ofUnknownMovies: 1,
      ofUnknownViewers: 1,
    });
    expect(ratings.repeatedPairs).toBeGreaterThanOrEqual(1);
    const untested = await dataReportRepository(database.kysely).measureFacts({ withTotals: false });
    expect(untested.movies.wrongTotals).toBeNull();
  });
});
