// What services tell, as the API passes it on: asked of local servers in their places.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, importRepository } from "@matinee/db";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningApi, startApi } from "../../apps/api/src/start-api.ts";
import { databases } from "../kit/databases.ts";
import { smallCatalog } from "../kit/small-catalog.ts";
import { json, type StandInService, startStandIn } from "../kit/stand-in-service.ts";
import { askData } from "./api-client.ts";
import { testConfig } from "./test-config.ts";

const keys = { TMDB_API_KEY: "0123456789abcdef0123456789abcdef", OMDB_API_KEY: "0a1b2c3d" };
const film = {
  id: 1,
  poster_path: "/poster.jpg",
  backdrop_path: "/backdrop.jpg",
  videos: { results: [{ site: "YouTube", key: "trailer-001", type: "Trailer", official: true }] },
};
const judged = {
  Response: "True",
  imdbRating: "8.5",
  imdbVotes: "1,012",
  Awards: "Won 2 Oscars.",
  Ratings: [{ Source: "Rotten Tomatoes", Value: "93%" }],
};

describe.each(databases)("enrichment through the API on $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("shows pictures, trailers, awards", () => {});
  let database: Database;
  let folder: string;
  let service: StandInService;
  let api: RunningApi;
  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), "matinee-enrichment-"));
    await importRepository(database.kysely).importCatalog(smallCatalog({ movies: 2, viewers: 1, ratingsPerViewer: 1 }));
    service = await startStandIn((...call) => {
      const { pathname, searchParams } = call[2];
      if (pathname === "/api.php") return json({ query: { pages: [] } })(...call);
      if (pathname === "/movie/1") return json(film)(...call);
      return searchParams.get("i") === "tt0000001" ? json(judged)(...call) : json({}, 404)(...call);
    });
    const client = { baseUrl: service.baseUrl };
    api = await startApi({
      config: testConfig(folder, { MATINEE_ENRICHMENT: "on", ...keys }),
      database,
      standIns: { clients: { tmdb: client, omdb: client, wikipedia: client } },
    });
  });
  afterAll(async () => {
    await api?.close();
    await service?.close();
    await database?.close();
    await rm(folder, { recursive: true });
  });

  it("says how far each service has come", async () => {
    await vi.waitFor(
      async () => {
        const { enrichment } = await askData(
          api.url,
          "{ enrichment { name status message movieCount answeredCount foundCount } }",
        );
        const done = { status: "DONE", message: null };
        expect(enrichment).toEqual([
          { name: "TMDB", ...done, movieCount: 2, answeredCount: 2, foundCount: 1 },
          { name: "OMDb", ...done, movieCount: 1, answeredCount: 1, foundCount: 1 },
          { name: "Wikipedia", ...done, movieCount: 0, answeredCount: 0, foundCount: 0 },
        ]);
      },
      { timeout: 20_000 },
    );
  });

  it("shows what they told of a film, and nothing of others", async () => {
    const fields =
      "poster { url source } backdropUrl trailer { url embedUrl } awards externalRatings { source value best voteCount }";
    const { known, unknown } = await askData(
      api.url,
      `{ known: movie(by: { slug: "film-1" }) { ${fields} } unknown: movie(by: { slug: "film-0" }) { ${fields} } }`,
    );
    expect(known).toEqual({
      poster: { url: "https://image.tmdb.org/t/p/w342/poster.jpg", source: "TMDB" },
      backdropUrl: "https://image.tmdb.org/t/p/w1280/backdrop.jpg",
      trailer: {
        url: "https://www.youtube.com/watch?v=trailer-001",
        embedUrl: "https://www.youtube-nocookie.com/embed/trailer-001",
      },
      awards: "Won 2 Oscars.",
      externalRatings: [
        { source: "IMDb", value: 8.5, best: 10, voteCount: 1_012 },
        { source: "Rotten Tomatoes", value: 93, best: 100, voteCount: null },
      ],
    });
    expect(unknown).toMatchObject({
      poster: { source: "GENERATED" },
      backdropUrl: null,
      trailer: null,
      awards: null,
      externalRatings: [],
    });
  });

  it("names whom it is from, as the terms ask", async () => {
    const { attributions } = await askData(api.url, "{ attributions { name notice logoUrl license { name } } }");
    expect(attributions).toMatchObject([
      {
        name: "TMDB",
        notice: "This product uses the TMDB API but is not endorsed or certified by TMDB.",
        license: null,
      },
      { name: "OMDb API", license: { name: "CC BY-NC 4.0" } },
      { name: "Wikipedia", license: { name: "CC BY-SA 4.0" } },
    ]);
  });
});
