import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog, smallRatings } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import type { MovieRow } from "./movie-columns.ts";
import type { MovieFilter } from "./movie-filter.ts";
import type { MovieSort } from "./movie-page.ts";
import { moviesRepository } from "./movies.repository.ts";
import { onboardingRepository } from "./onboarding.repository.ts";
import { totalsRepository } from "./totals.repository.ts";
import { trainingDataRepository } from "./training-data.repository.ts";

const size = { movies: 50, viewers: 20, ratingsPerViewer: 12 };
const base = smallCatalog(size);
const given = smallRatings(size);
const catalog = {
  ...base,
  // some without a year, and titles that sort differently under a language's collation
  movies: base.movies.map((movie, index) => ({
    ...movie,
    year: index % 7 === 0 ? null : movie.year,
    normalized: { ...movie.normalized, title: index % 4 ? movie.normalized.title : `éa zulu ${index % 8}` },
  })),
};

describe.each(databases)("movies on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await importRepository(database.kysely).importCatalog(catalog);
  });
  afterAll(() => database?.close());

  const readAll = async (sort: MovieSort, filter?: MovieFilter): Promise<MovieRow[]> => {
    const movies: MovieRow[] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const page = await moviesRepository(database.kysely).listPage({
        sort,
        first: 7,
        after,
        ...(filter && { filter }),
      });
      expect(page.edges.length).toBeLessThanOrEqual(7);
      movies.push(...page.edges.map(({ movie }) => movie));
      after = page.edges.at(-1)?.cursor;
      more = page.hasNextPage;
    }
    return movies;
  };

  const sortKeys: Record<MovieSort, (movie: MovieRow) => number | string> = {
    AVERAGE_RATING_DESC: ({ averageRating }) => -(averageRating ?? 0),
    RATING_COUNT_DESC: ({ ratingCount }) => -ratingCount,
    YEAR_DESC: ({ year }) => -(year ?? 0),
    YEAR_ASC: ({ year }) => year ?? 9999,
    TITLE_ASC: ({ slug }) => catalog.movies[Number(slug.split("-")[1])]!.normalized.title,
  };
  it.skipIf(skipReason).each(Object.keys(sortKeys) as MovieSort[])("page by %s in order, each once", async (sort) => {
    const movies = await readAll(sort);
    expect(new Set(movies.map(({ id }) => id)).size).toBe(50);
    const inOrder = movies.toSorted((a, b) => {
      const [left, right] = [sortKeys[sort](a), sortKeys[sort](b)];
      return left < right ? -1 : left > right ? 1 : a.id - b.id;
    });
    expect(movies.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  });

  it.skipIf(skipReason)("refuse a cursor of another list", async () => {
    const movies = moviesRepository(database.kysely);
    const { edges } = await movies.listPage({ sort: "TITLE_ASC", first: 1 });
    for (const after of [edges[0]!.cursor, "nonsense", ""]) {
      await expect(movies.listPage({ sort: "YEAR_ASC", first: 1, after })).rejects.toMatchObject({
        code: "INVALID_CURSOR",
      });
    }
  });

  const filters: [MovieFilter, (movie: MovieRow, slugs: readonly string[]) => boolean][] = [
    [{ genres: ["comedy", "science-fiction"] }, (_, slugs) => slugs.some((slug) => slug !== "drama")],
    [{ genres: [] }, () => true],
    [{ genres: ["unheard-of"] }, () => false],
    [{ years: { from: 1970, to: 1980 } }, ({ year }) => year !== null && year >= 1970 && year <= 1980],
    [{ era: "OLD" }, ({ year }) => year !== null && year < 1990],
    [{ era: "NEW", years: { to: 1995 } }, ({ year }) => year !== null && year >= 1990 && year <= 1995],
    [{ era: "ANY", minimumRatingCount: 8 }, ({ ratingCount }) => ratingCount >= 8],
  ];
  it.skipIf(skipReason).each(filters)("filter by %j", async (filter, expected) => {
    const movies = await readAll("YEAR_ASC", filter);
    const wanted = (await readAll("YEAR_ASC")).filter((movie) =>
      expected(movie, catalog.movies[Number(movie.slug.split("-")[1])]!.genres),
    );
    expect(movies).toEqual(wanted);
    expect(await moviesRepository(database.kysely).count(filter)).toBe(wanted.length);
  });

  it.skipIf(skipReason)("are found by what identifies them", async () => {
    const movies = moviesRepository(database.kysely);
    const film = await movies.findBySlug("film-9");
    expect(await movies.findByImdbId("tt0000009")).toEqual(film);
    expect(await movies.findByTmdbId(9)).toEqual(film);
    expect(await movies.listByIds([film!.id, 999_999])).toEqual([film]);
    expect(await movies.listByKeys(["tt0000009", "nobody"])).toEqual([film]);
    expect(await movies.findByImdbId("tt9999999")).toBeUndefined();
    expect(film!.histogram.reduce((sum, count) => sum + count, 0)).toBe(film!.ratingCount);
  });

  it.skipIf(skipReason)("show no average without a rating", async () => {
    const unrated = (await readAll("RATING_COUNT_DESC")).filter(({ ratingCount }) => ratingCount === 0);
    expect(unrated.length).toBeGreaterThan(0);
    for (const { averageRating } of unrated) expect(averageRating).toBeNull();
  });

  it.skipIf(skipReason)("give features and texts of every film, ids ascending", async () => {
    const features = await moviesRepository(database.kysely).listFeatures();
    expect(features).toHaveLength(50);
    expect(features[15]).toMatchObject({ title: "Film 15", year: 1975 });
    expect(features[15]!.genreIds).toHaveLength(3);
    const texts = await trainingDataRepository(database.kysely).listMovieTexts();
    expect(texts.map(({ movieId }) => movieId)).toEqual(features.map(({ id }) => id));
    expect(texts[15]).toMatchObject({ overview: "A café in Kraków.", genres: ["Comedy", "Drama", "Science Fiction"] });
  });

  it.skipIf(skipReason)("are offered to a new viewer by how often they were rated in the era", async () => {
    const ids = await onboardingRepository(database.kysely).listMostRated({ era: "OLD", limit: 10 });
    const old = (await readAll("RATING_COUNT_DESC")).filter(({ year }) => year !== null && year < 1990);
    expect(ids).toEqual(old.slice(0, 10).map(({ id }) => id));
  });

  it.skipIf(skipReason)("have totals of a time window, by genre", async () => {
    const totals = totalsRepository(database.kysely);
    const newest = await totals.newestRatingAt();
    expect(newest).toEqual(new Date(Math.max(...given.ratedAt) * 1_000));
    const from = new Date(newest!.getTime() - 24 * 3_600_000);
    const rows = await totals.listInWindow({ from, to: newest!, genre: "comedy" });
    expect(rows.length).toBeGreaterThan(0);
    const inWindow = Array.from(given.ratedAt.keys()).filter(
      (index) => given.ratedAt[index]! * 1_000 > from.getTime() && given.movies[index]! % 3 === 0,
    );
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(inWindow.length);
    expect(rows.reduce((sum, { halfStarSum }) => sum + halfStarSum, 0)).toBe(
      inWindow.reduce((sum, index) => sum + given.halfStars[index]!, 0),
    );
  });
});
