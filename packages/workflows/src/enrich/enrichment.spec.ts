// The job on each database, against local servers in the places of the services.
import {
  type Database,
  enrichmentsRepository,
  type ImportedMovie,
  importRepository,
  moviesRepository,
  peopleRepository,
  reviewsRepository,
  searchRepository,
} from "@matinee/db";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { ratingStream, smallCatalog, smallMovie } from "../../../../tests/kit/small-catalog.ts";
import { type Answer, json, type StandInService, startStandIn } from "../../../../tests/kit/stand-in-service.ts";
import type { ServiceState } from "./job/enricher.types.ts";
import { type Enrichment, type EnrichmentOptions, startEnrichment } from "./start-enrichment.ts";

const key = "0123456789abcdef0123456789abcdef";
const hours = { done: 3_600, limit: 3_600, failure: 3_600 };
const moments = { done: 3_600, limit: 0.01, failure: 0.01 };

const tmdbFilm = (id: number) => ({
  id,
  imdb_id: `tt${String(id).padStart(7, "0")}`,
  overview: "A lighthouse keeper counts ships.",
  runtime: 99,
  poster_path: `/poster-${id}.jpg`,
  backdrop_path: `/backdrop-${id}.jpg`,
  popularity: 12.5,
  vote_average: 7.5,
  vote_count: 200,
  credits: {
    cast: [{ name: "Šárka Nová", character: "The keeper", order: 0 }],
    crew: [
      { name: "Ada Ritter", job: "Director", department: "Directing" },
      { name: "Ada Ritter", job: "Writer", department: "Writing" },
    ],
  },
  reviews: {
    results: [
      { id: `review-${id}`, author: "someone", content: "Wonderful.\r\n\r\n\r\nA moving, brilliant film.\r\n" },
      { id: `empty-${id}`, author: "", content: " " },
    ],
  },
  videos: { results: [{ site: "YouTube", key: "trailer-001", type: "Trailer", official: true }] },
});

/** Answers for every film that is asked by TMDB's id. */
const tmdb: Answer = (...call) => {
  const [, , url] = call;
  const id = Number(/^\/movie\/(\d+)$/.exec(url.pathname)?.[1]);
  return id ? json(tmdbFilm(id))(...call) : json({ movie_results: [], results: [] })(...call);
};
const nothing: Answer = json({ query: { pages: [] } });

describe.each(databases)("enrichment on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("asks services for what files lack", () => {});
  let database: Database;
  let service: StandInService | undefined;
  let encyclopedia: StandInService | undefined;
  let enrichment: Enrichment | undefined;
  let states: ServiceState[];
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    for (const table of ["movies", "people", "searchWords", "viewers"] as const) {
      await database.kysely.deleteFrom(table).execute();
    }
    states = [];
  });
  afterEach(async () => {
    await enrichment?.close();
    enrichment = undefined;
    await Promise.all([service?.close(), encyclopedia?.close()]);
    service = encyclopedia = undefined;
  });

  /** Film m has 10 − m ratings: film 1 comes first. */
  async function importFilms(...changes: readonly Partial<ImportedMovie>[]): Promise<void> {
    const movies = changes.map((change, index) => ({ ...bareMovie(index + 1), ...change }));
    const pairs = movies.flatMap((_, movie) => Array.from({ length: 9 - movie }, (_, viewer) => ({ movie, viewer })));
    const ratings = ratingStream("small", {
      viewers: Int32Array.from(pairs, ({ viewer }) => viewer),
      movies: Int32Array.from(pairs, ({ movie }) => movie),
      halfStars: new Uint8Array(pairs.length).fill(8),
      ratedAt: new Float64Array(pairs.length).fill(1_000_000_000),
    });
    const empty = smallCatalog({ movies: 0, viewers: 0, ratingsPerViewer: 0 });
    await importRepository(database.kysely).importCatalog({ ...empty, movies, ratings: [ratings] });
  }

  /** Runs with a server that answers for TMDB and OMDb, and one for Wikipedia. */
  async function start(answer: Answer, options: Partial<EnrichmentOptions> = {}, wikipedia = nothing): Promise<void> {
    service ??= await startStandIn(answer);
    encyclopedia ??= await startStandIn(wikipedia);
    const client = { baseUrl: service.baseUrl, firstDelayMilliseconds: 1, timeoutMilliseconds: 30_000 };
    enrichment = startEnrichment(database, {
      contact: "test",
      pauses: hours,
      onState: (state) => states.push(state),
      onError: (error) => expect.fail(String(error)),
      clients: { tmdb: client, omdb: client, wikipedia: { ...client, baseUrl: encyclopedia.baseUrl } },
      ...options,
    });
  }

  const until = (name: string, status: ServiceState["status"]) =>
    vi.waitFor(
      () => {
        const state = states.findLast((each) => each.name === name);
        expect(state?.status).toBe(status);
        return state!;
      },
      { timeout: 20_000 },
    );
  const paths = () => service!.requests.map(({ url }) => url.pathname);
  const findMovie = async (slug: string) => (await moviesRepository(database.kysely).findBySlug(slug))!;
  const listFetches = () => database.kysely.selectFrom("enrichmentFetches").selectAll().orderBy("movieId").execute();
  const expireAll = () =>
    database.kysely
      .updateTable("enrichmentFetches")
      .set({ expiresAt: new Date(0) })
      .execute();

  it("fills what a film lacks from TMDB, so that it is also found by it", async () => {
    await importFilms({});
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    const movie = await findMovie("film-1");
    expect(movie).toMatchObject({
      overview: "A lighthouse keeper counts ships.",
      runtimeMinutes: 99,
      imdbId: "tt0000001",
      tmdbPosterPath: "/poster-1.jpg",
      voteAverage: 7.5,
      voteCount: 200,
    });
    expect(await enrichmentsRepository(database.kysely).listByMovieIds([movie.id])).toMatchObject([
      { backdropPath: "/backdrop-1.jpg", trailerKey: "trailer-001", popularity: 12.5, awards: null },
    ]);
    const reviews = await reviewsRepository(database.kysely).pageByMovies([movie.id], { first: 10 });
    expect(reviews.get(movie.id)?.reviews).toMatchObject([
      { source: "tmdb", author: "someone", text: "Wonderful.\n\nA moving, brilliant film.", sentiment: "POSITIVE" },
    ]);
    const cast = await peopleRepository(database.kysely).listCreditsOf([movie.id], { role: "cast", after: 0 });
    expect(cast).toMatchObject([{ key: "sarka-nova", name: "Šárka Nová", character: "The keeper", position: 1 }]);
    for (const terms of ["lighthouse", "ritter"]) {
      const found = await searchRepository(database.kysely).searchKeyword({ terms, limit: 5 });
      expect(found.map(({ movieId }) => movieId)).toEqual([movie.id]);
    }
    expect(await enrichment!.progress()).toMatchObject([
      { name: "TMDB", status: "DONE", message: null, total: 1, answered: 1, found: 1 },
      { name: "Wikipedia", total: 0 },
    ]);
  });

  it("replaces only what comes from a source that is believed less", async () => {
    const own = { overview: "Ours.", runtimeMinutes: 80, imdbId: "tt7654321" };
    await importFilms(
      { ...own, provenance: { overview: "sampler", runtimeMinutes: "imdb-5000", imdbId: "movielens" } },
      { ...own, imdbId: "tt0000001", provenance: { overview: "wikipedia", runtimeMinutes: "sampler" } },
    );
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    expect(await findMovie("film-1")).toMatchObject({ overview: "Ours.", runtimeMinutes: 99, imdbId: "tt7654321" });
    expect(await findMovie("film-2")).toMatchObject({ runtimeMinutes: 80, imdbId: "tt0000001" });
    const rows = await database.kysely.selectFrom("movies").select(["overview", "provenance"]).orderBy("id").execute();
    expect(rows[1]).toMatchObject({
      overview: "A lighthouse keeper counts ships.",
      provenance: { overview: "tmdb", runtimeMinutes: "sampler", tmdbPosterPath: "tmdb", cast: "tmdb" },
    });
  });

  it("leaves an IMDb id to the film that has it", async () => {
    await importFilms({ tmdbId: 2, imdbId: null }, { imdbId: "tt0000002", tmdbId: null });
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    expect((await findMovie("film-1")).imdbId).toBeNull();
  });

  it("asks for the most rated films first, and for none twice while the answer holds", async () => {
    await importFilms({}, {}, {}, {});
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    await enrichment!.close();
    expect(paths()).toEqual(["/movie/1", "/movie/2", "/movie/3", "/movie/4"]);
    states = [];
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    expect(service!.requests).toHaveLength(4);
    await enrichment!.close();
    await expireAll();
    states = [];
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    expect(service!.requests).toHaveLength(8);
  });

  it("goes on where it was closed", async () => {
    await importFilms({}, {}, {});
    const held: (() => void)[] = [];
    const holdsAll: Answer = (...call) => void held.push(() => tmdb(...call));
    await start(holdsAll, { tmdbKey: key });
    await vi.waitFor(() => expect(held).toHaveLength(3), { timeout: 20_000 });
    held[0]!();
    const isStored = async () => expect((await listFetches()).filter(({ found }) => found)).toHaveLength(1);
    await vi.waitFor(isStored, { timeout: 20_000 });
    await enrichment!.close();
    await service!.close();
    service = await startStandIn(tmdb);
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    expect(paths()).toEqual(["/movie/2", "/movie/3"]);
  });

  it("takes over the films of a process that was killed once its claim has ended", async () => {
    await importFilms({}, {});
    const enrichments = enrichmentsRepository(database.kysely);
    const request = { limit: 1, maximumRatingCount: 100, leaseSeconds: 600 };
    expect(await enrichments.claim("tmdb", request)).toMatchObject([{ title: "Film 1", ratingCount: 9 }]);
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    expect(paths()).toEqual(["/movie/2"]);
    await enrichment!.close();
    await database.kysely
      .updateTable("enrichmentFetches")
      .set({ expiresAt: new Date(0) })
      .where("found", "is", null)
      .execute();
    states = [];
    await start(tmdb, { tmdbKey: key });
    await until("TMDB", "DONE");
    expect(paths()).toEqual(["/movie/2", "/movie/1"]);
  });

  it("records what is not there, and why a film could not be asked about", async () => {
    await importFilms({}, {}, {});
    const answer: Answer = (...call) => {
      const { pathname } = call[2];
      if (pathname === "/movie/1") return json({}, 404)(...call);
      return pathname === "/movie/2" ? json({ id: "two" })(...call) : tmdb(...call);
    };
    await start(answer, { tmdbKey: key });
    await until("TMDB", "DONE");
    const error = expect.stringMatching(/^TMDB answered \/movie\/2 in another form \(id: /);
    expect(await listFetches()).toMatchObject([
      { found: false, error: null },
      { found: null, error },
      { found: true, error: null },
    ]);
  });

  it("stops asking a service that refuses the key, and says so without the key", async () => {
    await importFilms({}, {}, {}, {}, {}, {});
    await start(json({ status_code: 7 }, 401), { tmdbKey: key });
    expect(await until("TMDB", "STOPPED")).toMatchObject({
      message: "TMDB refuses the key; check it or leave it out.",
    });
    expect(service!.requests.length).toBeLessThan(6);
    const now = new Date();
    expect((await listFetches()).every(({ expiresAt, found }) => found === null && expiresAt <= now)).toBe(true);
  });

  it("waits while a service is down or its limit reached, then goes on", async () => {
    await importFilms({ imdbId: "tt0000001" }, { imdbId: "tt0000002" });
    let limited = true;
    const limit = json({ Response: "False", Error: "Request limit reached!" }, 401);
    const omdb = json({ Response: "True", imdbRating: "8.5", imdbVotes: "1,012", Metascore: "89", Awards: "An Oscar" });
    await start((...call) => (limited ? limit : omdb)(...call), { omdbKey: key, pauses: moments });
    expect((await until("OMDb", "WAITING")).message).toBe("OMDb allows no more requests today.");
    limited = false;
    await until("OMDb", "DONE");
    const movie = await findMovie("film-2");
    expect(await enrichmentsRepository(database.kysely).listByMovieIds([movie.id])).toMatchObject([
      { imdbRating: 8.5, imdbVoteCount: 1_012, metascore: 89, tomatometer: null, awards: "An Oscar" },
    ]);
  });

  it("blames the service, not the films, when nothing is answered", async () => {
    await importFilms({}, {});
    let isDown = true;
    await start((...call) => (isDown ? json({}, 503) : tmdb)(...call), { tmdbKey: key, pauses: moments });
    await until("TMDB", "WAITING");
    isDown = false;
    await until("TMDB", "DONE");
    expect((await listFetches()).map(({ found, error }) => ({ found, error }))).toEqual([
      { found: true, error: null },
      { found: true, error: null },
    ]);
  });

  it("has Wikipedia's pictures for films with an article and no other", async () => {
    const picture = { url: "https://upload.wikimedia.org/b.jpg", width: 250, height: 370 };
    await importFilms(
      { wikipediaPage: "A" },
      { wikipediaPage: "B", thumbnail: picture },
      { wikipediaPage: "C", tmdbPosterPath: "/c.jpg" },
      { wikipediaPage: "D" },
    );
    const thumbnail = { source: "https://upload.wikimedia.org/a.jpg", width: 220, height: 330 };
    await start(tmdb, {}, json({ query: { pages: [{ title: "A", thumbnail }, { title: "D" }] } }));
    await until("Wikipedia", "DONE");
    expect(encyclopedia!.requests.map(({ url }) => url.searchParams.get("titles"))).toEqual(["A|D"]);
    expect((await findMovie("film-1")).thumbnailUrl).toBe(thumbnail.source);
    expect((await findMovie("film-2")).thumbnailUrl).toBe(picture.url);
    expect(await enrichment!.progress()).toMatchObject([{ name: "Wikipedia", total: 2, answered: 2, found: 1 }]);
    expect(await enrichmentsRepository(database.kysely).listInUse()).toEqual(["tmdb", "wikipedia"]);
    expect(service!.requests).toEqual([]);
  });

  it("shares the films between processes", async () => {
    await importFilms(...Array.from({ length: 8 }, () => ({})));
    await start(tmdb, { tmdbKey: key });
    const first = enrichment!;
    await start(tmdb, { tmdbKey: key });
    const isDone = async () => expect((await first.progress())[0]).toMatchObject({ found: 8 });
    await vi.waitFor(isDone, { timeout: 20_000 }).finally(() => first.close());
    expect(paths().toSorted()).toEqual(Array.from({ length: 8 }, (_, index) => `/movie/${index + 1}`));
  });
});

/** A film with a title, a year and TMDB's id. */
function bareMovie(index: number): ImportedMovie {
  const normalized = { title: `film ${index}`, originalTitle: "", people: "", themes: "", overview: "" };
  const empty = { overview: null, runtimeMinutes: null, imdbId: null, thumbnail: null, credits: [], themes: [] };
  return { ...smallMovie(index), ...empty, originalTitle: null, tmdbId: index, genres: ["drama"], normalized };
}
