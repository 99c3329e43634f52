// A catalog that nobody has rated yet, as TMDB 5000 is: everything answers from votes and from what films are about.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogOf, sampler } from "@matinee/datasets";
import type { Database } from "@matinee/db";
import { ensureModels, importCatalog } from "@matinee/workflows";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApi, startApi } from "../../apps/api/src/start-api.ts";
import { databases } from "../kit/databases.ts";
import { askData, signIn } from "./api-client.ts";
import { testConfig } from "./test-config.ts";

interface Edge {
  readonly node: { readonly title: string; readonly year: number };
}

/** The bundled films as a site with votes but without ratings has them; every tenth has no votes. */
function unratedCatalog() {
  const { movies, ...catalog } = sampler();
  return {
    ...catalog,
    movies: movies.map((movie, index) => ({
      ...movie,
      votes: index % 10 === 0 ? null : { average: 5 + (index % 40) / 10, count: 100 + index },
    })),
    viewerKeys: [],
    ratings: {
      viewers: new Int32Array(0),
      movies: new Int32Array(0),
      halfStars: new Uint8Array(0),
      ratedAt: new Float64Array(0),
    },
  };
}

const catalog = unratedCatalog();
const votesOf = (title: string, year: number) =>
  catalog.movies.find((movie) => movie.title === title && movie.year === year)?.votes;

describe.each(databases)("a catalog without ratings on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("is served", () => {});
  let database: Database;
  let api: RunningApi;
  let folder: string;

  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), "matinee-unrated-"));
    await importCatalog(database, catalogOf(catalog));
    await ensureModels(database, { revision: "test" });
    const config = testConfig(folder);
    api = await startApi({ config, database });
  });
  afterAll(async () => {
    await api?.close();
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("has its models, those that need no ratings", async () => {
    expect(await ensureModels(database, { revision: "test" })).toEqual([]);
  });

  it("answers search, similar films and onboarding", async () => {
    const { search } = await askData(api.url, "Search", { query: "samurai" });
    expect(search.edges.length).toBeGreaterThan(0);
    const { id } = search.edges[0].node;
    const { movie } = await askData(api.url, "Movie", { id });
    expect(movie).toMatchObject({ averageRating: null, ratingCount: 0, ratingInterval: null, viewerPrediction: null });
    expect(movie.similar).toHaveLength(12);
    const { onboardingMovies } = await askData(api.url, "OnboardingMovies", {});
    expect(onboardingMovies).toHaveLength(15);
  });

  it("orders its top lists by votes, those with many above those with few", async () => {
    const { movies } = await askData(api.url, "Movies", { first: 100 });
    const order = movies.edges.map(({ node }: Edge) => votesOf(node.title, node.year)?.average ?? 0);
    expect(order.slice(0, 20).every((average: number) => average >= 8.5)).toBe(true);
    const { trending } = await askData(api.url, "Trending", { window: "WEEK" });
    expect(trending).toMatchObject({ asOf: null, windowUsed: "ALL_TIME" });
    expect(trending.edges).toHaveLength(20);
    const { home } = await askData(api.url, "Home");
    const row = home.sections.find(({ key }: { key: string }) => key === "trending");
    expect(row.title).toBe("Films people like most elsewhere");
    expect(home.sections.map(({ key }: { key: string }) => key)).not.toContain("hidden-gems");
  });

  it("recommends by what a viewer liked", async () => {
    const token = await signIn(api.url);
    const { onboardingMovies } = await askData(api.url, "OnboardingMovies", {});
    for (const { id } of onboardingMovies.slice(0, 6)) {
      const { rateMovie } = await askData(api.url, "Rate", { movieId: id, stars: 4.5 }, { token });
      expect(rateMovie.userErrors).toEqual([]);
    }
    const { viewer } = await askData(api.url, "Recommendations", {}, { token });
    const { edges } = viewer.recommendations;
    expect(edges).toHaveLength(20);
    expect(edges[0].node.explanation.text).toMatch(/^Because you gave /);
  });
});
