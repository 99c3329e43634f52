import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { ratingStream, smallCatalog, smallMovie, smallRatings } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { catalogRepository } from "./catalog.repository.ts";
import { genresRepository } from "./genres.repository.ts";
import { importRepository } from "./import.repository.ts";
import type { ImportedMovie } from "./import.types.ts";
import { moviesRepository } from "./movies.repository.ts";
import { peopleRepository } from "./people.repository.ts";
import { totalsRepository } from "./totals.repository.ts";
import { trainingDataRepository } from "./training-data.repository.ts";

const size = { movies: 30, viewers: 12, ratingsPerViewer: 10 };
const catalog = smallCatalog(size);
const given = smallRatings(size);

describe.each(databases)("import on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (!skipReason) database = await open();
  });
  afterAll(() => database?.close());

  /** Every row that an import writes, but for the record of the imports themselves. */
  const content = async (): Promise<unknown> => {
    const { kysely } = database;
    return {
      movies: await kysely.selectFrom("movies").selectAll().select(sql`xmin::text`.as("xmin")).orderBy("id").execute(),
      genres: await kysely.selectFrom("genres").selectAll().orderBy("id").execute(),
      ...Object.fromEntries(
        await Promise.all(
          ["movieGenres", "movieKeys", "movieThemes", "people", "credits", "searchWords"].map(async (table) => [
            table,
            // with the transaction that wrote each row last
            (await sql`select *, xmin::text from ${sql.table(table)} as each order by each::text`.execute(kysely)).rows,
          ]),
        ),
      ),
      totals: await kysely.selectFrom("movieTotals").selectAll().orderBy("movieId").execute(),
      prior: await kysely.selectFrom("ratingPrior").selectAll().execute(),
      viewers: await kysely.selectFrom("viewers").selectAll().orderBy("id").execute(),
      ratings: await kysely.selectFrom("ratings").selectAll().orderBy("viewerId").orderBy("movieId").execute(),
      imports: await kysely.selectFrom("imports").select("fingerprint").orderBy("id").execute(),
    };
  };
  const importCatalog = (...input: Parameters<ReturnType<typeof importRepository>["importCatalog"]>) =>
    importRepository(database.kysely).importCatalog(...input);

  it.skipIf(skipReason)("leaves an empty database empty when it fails at any stage", async () => {
    const empty = await content();
    const ratings = ratingStream("small", { ...given, halfStars: given.halfStars.with(119, 11) });
    await expect(importCatalog({ ...catalog, ratings: [ratings] })).rejects.toMatchObject({
      code: "23514",
      constraint: "staged_ratings_half_stars_check",
    });
    const twice = { ...catalog, movies: catalog.movies.with(29, catalog.movies[1]!) };
    await expect(importCatalog(twice)).rejects.toMatchObject({ code: "23505" });
    for (const stage of ["staging", "movies", "ratings", "totals"]) {
      const abort = new AbortController();
      const onProgress = (reached: string) => reached === stage && abort.abort(new Error(`stopped at ${stage}`));
      await expect(importCatalog(catalog, { signal: abort.signal, onProgress })).rejects.toThrow(`stopped at ${stage}`);
    }
    expect(await content()).toEqual(empty);
  });

  it.skipIf(skipReason)("stores all there is", async () => {
    const progress: string[] = [];
    const counts = await importCatalog(catalog, {
      onProgress: (stage, done, total) => progress.push(`${stage} ${done}/${total}`),
    });
    expect(counts).toMatchObject({ movieCount: 30, viewerCount: 12, ratingCount: 120 });
    expect(progress).toContain("movies 30/30");
    expect(await catalogRepository(database.kysely).latestImport()).toMatchObject({
      id: counts.importId,
      name: "small",
      fingerprint: "fingerprint-of-small",
      startedAt: new Date("2026-01-01T00:00:00Z"),
      ratingCount: 120,
      findings: catalog.findings,
    });
    const ofOddFilms = given.movies.filter((movie) => movie % 2 === 1).length;
    const holdings = await catalogRepository(database.kysely).holdings();
    expect(holdings.shareOfRatingsWithOverview).toBeCloseTo(ofOddFilms / 120, 10);
    expect(await moviesRepository(database.kysely).findByImdbId("tt0000003")).toMatchObject({
      key: "tt0000003",
      slug: "film-3",
      title: "Film 3",
      originalTitle: "Película 3",
      year: 1963,
      overview: "A café in Kraków.",
      thumbnailUrl: "https://example.org/film.jpg",
      languages: [],
    });
    expect(await moviesRepository(database.kysely).findBySlug("film-4")).toMatchObject({ key: "film-4", imdbId: null });
    expect(await genresRepository(database.kysely).list()).toMatchObject([
      { slug: "comedy", name: "Comedy", movieCount: 10 },
      { slug: "drama", name: "Drama", movieCount: 30 },
      { slug: "science-fiction", name: "Science Fiction", movieCount: 6 },
    ]);
  });

  it.skipIf(skipReason)("tells what is stored as an import would bring it", async () => {
    const stored = await importRepository(database.kysely).listStoredMovies();
    expect(stored).toHaveLength(30);
    for (const index of [3, 4]) {
      const { normalized: _, ...movie } = smallMovie(index);
      expect(stored[index]).toEqual({
        ...movie,
        movieId: await idOf(`film-${index}`),
        credits: movie.credits.map(({ normalizedName: _, ...credit }) => credit),
        genres: index === 3 ? catalog.genres.slice(0, 2).toReversed() : catalog.genres.slice(0, 1),
      });
    }
  });

  it.skipIf(skipReason)("leaves the ratings bound to their movies and viewers", async () => {
    const ratings = database.kysely.insertInto("ratings");
    const rating = { viewerId: 1, movieId: 1, halfStars: 1, ratedAt: new Date() };
    for (const stray of [{ viewerId: 999_999 }, { movieId: 999_999 }]) {
      await expect(ratings.values({ ...rating, ...stray }).execute()).rejects.toMatchObject({ code: "23503" });
    }
  });

  it.skipIf(skipReason)("gives the ratings back as they came", async () => {
    const stored = await trainingDataRepository(database.kysely).readRatings();
    const movieIds = (await moviesRepository(database.kysely).listFeatures()).map(({ id }) => id);
    const viewerIds = [...new Set(stored.viewerIds)];
    const { viewers, movies, halfStars, ratedAt } = given;
    const line = (...values: number[]) => values.join(" ");
    const expected = Array.from(viewers, (viewer, index) =>
      line(viewerIds[viewer]!, movieIds[movies[index]!]!, halfStars[index]!, ratedAt[index]!),
    );
    const found = Array.from(stored.viewerIds, (viewer, index) =>
      line(viewer, stored.movieIds[index]!, stored.halfStars[index]!, stored.ratedAt[index]!),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  it.skipIf(skipReason)("averages towards the mean of all ratings by the weight given", async () => {
    const { mean } = await totalsRepository(database.kysely).globalMean();
    const expectedMean = given.halfStars.reduce((sum, halfStars) => sum + halfStars, 0) / 120 / 2;
    expect(mean).toBeCloseTo(expectedMean, 10);
    expect((await totalsRepository(database.kysely).getPrior()).mean).toBeCloseTo(expectedMean, 5);
    const totals = await database.kysely.selectFrom("movieTotals").selectAll().execute();
    expect(totals.some(({ ratingCount }) => ratingCount === 0)).toBe(true);
    for (const { ratingCount, halfStarSum, bayesianRating } of totals) {
      const expected = ratingCount && (expectedMean * 10 + halfStarSum / 2) / (10 + ratingCount);
      expect(bayesianRating).toBeCloseTo(expected, 5);
    }
  });

  it.skipIf(skipReason)("changes nothing when the same comes again", async () => {
    const before = (await content()) as { imports: unknown[] };
    await importCatalog(catalog);
    const after = (await content()) as { imports: unknown[] };
    expect(after.imports).toHaveLength(before.imports.length + 1);
    expect({ ...after, imports: [] }).toEqual({ ...before, imports: [] });
  });

  it.skipIf(skipReason)("takes over what changed and recognizes films of another source by IMDb id", async () => {
    const known = await moviesRepository(database.kysely).findByImdbId("tt0000005");
    const other = {
      ...smallCatalog({ movies: 2, viewers: 1, ratingsPerViewer: 2 }),
      ratings: [],
      movies: [
        { ...smallMovie(5), keys: { other: "a" }, slug: "renamed", title: "Film Five", genres: ["comedy"] },
        { ...smallMovie(4), keys: { other: "b" }, tmdbId: null, title: "Another film 4" },
      ],
    };
    await importCatalog(other);
    const movies = moviesRepository(database.kysely);
    const merged = await movies.findByImdbId("tt0000005");
    expect(merged).toMatchObject({ id: known!.id, key: "tt0000005", slug: "film-5", title: "Film Five" });
    expect((await movies.listGenresOf([known!.id])).map(({ slug }) => slug)).toEqual(["comedy"]);
    expect(await movies.findBySlug("film-4-2")).toMatchObject({ title: "Another film 4", key: "film-4-2" });
    expect(await movies.findBySlug("film-4")).toMatchObject({ title: "Film 4" });
  });

  const importFilms = (...films: ImportedMovie[]) => importCatalog({ ...catalog, movies: films, ratings: [] });
  const idOf = async (slug: string) => (await moviesRepository(database.kysely).findBySlug(slug))?.id;
  const keysOf = async (movieId: number) =>
    (await database.kysely.selectFrom("movieKeys").selectAll().where("movieId", "=", movieId).execute())
      .map(({ source, key }) => `${source} ${key}`)
      .sort();

  it.skipIf(skipReason)("knows a film by its id, else by a key, else by IMDb id, else by TMDB id", async () => {
    const [six, seven, eight] = await Promise.all([6, 7, 8].map((film) => idOf(`film-${film}`)));
    await importFilms(
      { ...smallMovie(7), movieId: six!, keys: { a: "1" }, slug: "x", imdbId: "tt6", tmdbId: null },
      { ...smallMovie(6), keys: { small: "7", a: "2" }, slug: "y", imdbId: "tt0000007", tmdbId: null },
      { ...smallMovie(6), keys: { a: "3" }, slug: "z", imdbId: null, tmdbId: 8 },
    );
    expect(await keysOf(six!)).toEqual(["a 1", "small 6"]);
    expect(await keysOf(seven!)).toEqual(["a 2", "small 7"]);
    expect(await keysOf(eight!)).toEqual(["a 3", "small 8"]);
    for (const slug of ["x", "y", "z"]) expect(await idOf(slug)).toBeUndefined();
  });

  it.skipIf(skipReason)("lets no two films be one, and an IMDb id move between films", async () => {
    const films = moviesRepository(database.kysely);
    const [nine, eleven, count] = [await idOf("film-9"), await idOf("film-11"), await films.count()];
    await importFilms(
      { ...smallMovie(9), imdbId: "tt0000011" },
      { ...smallMovie(11), imdbId: "tt0000009" },
      // a second one of the same TMDB id, and one of an IMDb id that another film keeps
      { ...smallMovie(9), keys: { b: "1" }, slug: "film-9-again", imdbId: null },
      { ...smallMovie(12), imdbId: "tt0000013" },
    );
    expect((await films.findByImdbId("tt0000011"))?.id).toBe(nine);
    expect((await films.findByImdbId("tt0000009"))?.id).toBe(eleven);
    expect(await films.count()).toBe(count + 1);
    expect((await films.findByImdbId("tt0000013"))?.slug).toBe("film-13");
    expect(await films.findBySlug("film-12")).toMatchObject({ imdbId: null });
  });

  it.skipIf(skipReason)("writes credits, themes and votes where they changed", async () => {
    const id = (await idOf("film-14"))!;
    const film = {
      ...smallMovie(14),
      votes: { average: 7.5, count: 12 },
      tmdbPosterPath: "/poster.jpg",
      provenance: { votes: "tmdb" },
      themes: [
        { name: "friendship", relevance: 0.25 },
        { name: "sea", relevance: 0.75 },
      ],
      credits: [
        ...smallMovie(14).credits.slice(1).reverse(),
        { name: "Jacques Demy", normalizedName: "jacques demy", role: "writer" as const, character: null },
      ],
    };
    await importFilms(film);
    const movies = moviesRepository(database.kysely);
    expect((await movies.listByIds([id]))[0]).toMatchObject({
      voteAverage: 7.5,
      voteCount: 12,
      tmdbPosterPath: "/poster.jpg",
    });
    expect(await movies.listThemesOf([id])).toEqual([
      { movieId: id, name: "sea", relevance: 0.75 },
      { movieId: id, name: "friendship", relevance: 0.25 },
    ]);
    const people = peopleRepository(database.kysely);
    expect(await people.listCreditsOf([id], { role: "director", after: 0 })).toEqual([]);
    expect(await people.listCreditsOf([id], { role: "writer", after: 0 })).toMatchObject([{ key: "jacques-demy" }]);
    expect(await people.listCreditsOf([id], { role: "cast", after: 0 })).toMatchObject([
      { name: "Antoine Bourseiller", character: null },
      { name: "Corinne Marchand", character: "Cléo" },
    ]);
  });
});
