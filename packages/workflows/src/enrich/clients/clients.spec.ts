// Against a local server that answers as the services document, and fails in all the ways they can.
import { afterEach, describe, expect, it } from "vitest";
import {
  type Answer,
  brokenJson,
  cutOff,
  endless,
  inTurn,
  json,
  type StandInService,
  silent,
  startStandIn,
} from "../../../../../tests/kit/stand-in-service.ts";
import { openOmdb } from "./omdb.client.ts";
import { openTmdb } from "./tmdb.client.ts";
import { openWikipedia } from "./wikipedia.client.ts";

const film = {
  id: 348,
  imdb_id: "tt0078748",
  original_title: "Alien",
  overview: "A freighter answers a call.",
  runtime: 117,
  poster_path: "/poster.jpg",
  backdrop_path: "/backdrop.jpg",
  popularity: 61.5,
  vote_average: 8.2,
  vote_count: 15_000,
  release_date: "1979-05-25",
  credits: {
    cast: [
      { name: "Tom Skerritt", character: "Dallas", order: 1 },
      { name: "Sigourney Weaver", character: "Ripley", order: 0 },
      { name: "Helen Horton", character: "", order: 7 },
    ],
    crew: [
      { name: "Ridley Scott", job: "Director", department: "Directing" },
      { name: "Dan O'Bannon", job: "Screenplay", department: "Writing" },
      { name: "Dan O'Bannon", job: "Story", department: "Writing" },
      { name: "Jerry Goldsmith", job: "Original Music Composer", department: "Sound" },
    ],
  },
  videos: {
    results: [
      { site: "YouTube", key: "teaser-0001", type: "Teaser", official: true, published_at: "2020-01-01T00:00:00Z" },
      { site: "Vimeo", key: "123456789", type: "Trailer", official: true },
      { site: "YouTube", key: "trailer-001", type: "Trailer", official: false },
      { site: "YouTube", key: "official-01", type: "Trailer", official: true },
    ],
  },
  reviews: {
    results: [
      {
        id: "r1",
        author: "someone",
        content: "Still frightens.",
        created_at: "2019-10-31T20:00:00Z",
        author_details: { rating: 9 },
      },
      { id: "r2", author: "other", content: "Slow.", created_at: "yesterday", author_details: { rating: null } },
    ],
  },
};
const wanted = { tmdbId: null, imdbId: "tt0078748", title: "Alien", year: 1979 };
const key = "0123456789abcdef0123456789abcdef";

let service: StandInService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

async function standIn(answer: Answer) {
  service = await startStandIn(answer);
  return { baseUrl: service.baseUrl, firstDelayMilliseconds: 1, timeoutMilliseconds: 300 };
}
const paths = () => service!.requests.map(({ url }) => url.pathname);

describe("TMDB", () => {
  const byPath: Answer = (request, response, url) => {
    if (url.pathname === "/find/tt0078748")
      return json({ movie_results: [{ id: 348 }], tv_results: [] })(request, response, url);
    if (url.pathname === "/movie/348") return json(film)(request, response, url);
    if (url.pathname === "/search/movie") {
      const results = [
        { id: 1, title: "Aliens", release_date: "1979-01-01" },
        { id: 348, title: "Alien", original_title: "Alien", release_date: "1979-05-25" },
      ];
      return json({ page: 1, results })(request, response, url);
    }
    return json({ status_code: 34, status_message: "The resource you requested could not be found." }, 404)(
      request,
      response,
      url,
    );
  };

  it("finds a film by its IMDb id and takes what the catalog has a place for", async () => {
    const tmdb = openTmdb(key, await standIn(byPath));
    expect(await tmdb.findFilm(wanted)).toEqual({
      tmdbId: 348,
      imdbId: "tt0078748",
      overview: "A freighter answers a call.",
      runtimeMinutes: 117,
      posterPath: "/poster.jpg",
      backdropPath: "/backdrop.jpg",
      trailerKey: "official-01",
      popularity: 61.5,
      votes: { average: 8.2, count: 15_000 },
      directors: ["Ridley Scott"],
      writers: ["Dan O'Bannon"],
      cast: [
        { name: "Sigourney Weaver", character: "Ripley" },
        { name: "Tom Skerritt", character: "Dallas" },
        { name: "Helen Horton", character: null },
      ],
      reviews: [
        {
          id: "r1",
          author: "someone",
          text: "Still frightens.",
          halfStars: 9,
          writtenAt: new Date("2019-10-31T20:00:00Z"),
        },
        { id: "r2", author: "other", text: "Slow.", halfStars: null, writtenAt: null },
      ],
    });
    expect(service!.requests.every(({ url }) => url.searchParams.get("api_key") === key)).toBe(true);
  });

  it("asks by its own id at once, and by title and year where no id is known", async () => {
    const tmdb = openTmdb(key, await standIn(byPath));
    await tmdb.findFilm({ ...wanted, tmdbId: 348 });
    expect((await tmdb.findFilm({ ...wanted, imdbId: null }))?.tmdbId).toBe(348);
    expect(paths()).toEqual(["/movie/348", "/search/movie", "/movie/348"]);
  });

  it("knows nothing of a film that is not there", async () => {
    const tmdb = openTmdb(key, await standIn(byPath));
    expect(await tmdb.findFilm({ ...wanted, tmdbId: 7, imdbId: "tt9999999", year: null })).toBeNull();
    expect(await tmdb.findFilm({ ...wanted, imdbId: null, title: "Alien 3" })).toBeNull();
  });

  it("finds a film whose id it has withdrawn by the other one", async () => {
    const tmdb = openTmdb(key, await standIn(byPath));
    expect((await tmdb.findFilm({ ...wanted, tmdbId: 7 }))?.tmdbId).toBe(348);
    expect(paths()).toEqual(["/movie/7", "/find/tt0078748", "/movie/348"]);
  });

  it("sends a read token as a header only", async () => {
    const token = "e".repeat(180);
    await openTmdb(token, await standIn(json(film))).findFilm({ ...wanted, tmdbId: 348 });
    expect(service!.requests[0]!.headers.authorization).toBe(`Bearer ${token}`);
    expect(service!.requests[0]!.url.href).not.toContain(token);
  });

  it("stops at once when the key is refused, and names no key", async () => {
    const tmdb = openTmdb(key, await standIn(json({ status_code: 7, status_message: "Invalid API key" }, 401)));
    const failure = await tmdb.findFilm(wanted).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "UNAUTHORIZED", message: "TMDB refuses the key; check it or leave it out." });
    expect(service!.requests).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ["429 that says when", json({ status_code: 25 }, 429, { "retry-after": "0" })],
    ["429 that does not", json({ status_code: 25 }, 429)],
    ["500", json({}, 500)],
    ["broken JSON", brokenJson],
    ["an answer that breaks off", cutOff],
    ["no answer", silent],
  ])("asks again after %s", async (_, fault) => {
    const tmdb = openTmdb(key, await standIn(inTurn(fault, fault, json(film))));
    expect((await tmdb.findFilm({ ...wanted, tmdbId: 348 }))?.tmdbId).toBe(348);
    expect(service!.requests).toHaveLength(3);
  });

  it("waits as long as the service asks", async () => {
    const tmdb = openTmdb(key, await standIn(inTurn(json({}, 429, { "retry-after": "1" }), json(film))));
    const startedAt = performance.now();
    await tmdb.findFilm({ ...wanted, tmdbId: 348 });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
  });

  it.each<[string, Answer, string, RegExp, number]>([
    ["never answers", silent, "UNAVAILABLE", /did not answer within 0\.3 s; tried 5 times/, 5],
    ["fails for ever", json({}, 503), "UNAVAILABLE", /status 503; tried 5 times/, 5],
    ["wants to be left alone for an hour", json({}, 429, { "retry-after": "3600" }), "LIMIT_REACHED", /60 minutes/, 1],
    ["answers in another form", json({ id: "348" }), "BAD_ANSWER", /another form \(id: /, 1],
  ])("gives up on a service that %s", async (_, fault, code, message, requestCount) => {
    const tmdb = openTmdb(key, await standIn(fault));
    const failure = await tmdb.findFilm({ ...wanted, tmdbId: 348 }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ServiceError", code, message: expect.stringMatching(message) });
    expect(String((failure as Error).stack)).not.toContain(key);
    expect(service!.requests).toHaveLength(requestCount);
  });

  it("does not read an answer that has no end", async () => {
    const tmdb = openTmdb(key, { ...(await standIn(endless)), timeoutMilliseconds: 30_000 });
    await expect(tmdb.findFilm(wanted)).rejects.toMatchObject({
      code: "BAD_ANSWER",
      message: expect.stringMatching("more than 8 MB"),
    });
  });

  it("says so when nothing listens", async () => {
    const options = await standIn(silent);
    await service!.close();
    await expect(openTmdb(key, options).findFilm(wanted)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("ends when it is aborted", async () => {
    const tmdb = openTmdb(key, { ...(await standIn(silent)), timeoutMilliseconds: 60_000 });
    const ending = new AbortController();
    const asking = tmdb.findFilm(wanted, ending.signal);
    ending.abort(new Error("closing"));
    await expect(asking).rejects.toThrow("closing");
  });
});

describe("OMDb", () => {
  const alien = {
    Title: "Alien",
    imdbRating: "8.5",
    imdbVotes: "1,012,345",
    Metascore: "89",
    Awards: "Won 1 Oscar. 19 wins & 22 nominations total",
    Ratings: [
      { Source: "Internet Movie Database", Value: "8.5/10" },
      { Source: "Rotten Tomatoes", Value: "93%" },
      { Source: "Metacritic", Value: "89/100" },
    ],
    Response: "True",
  };

  it("reads ratings and awards out of its texts", async () => {
    const omdb = openOmdb(key, await standIn(json(alien)));
    expect(await omdb.findFilm("tt0078748")).toEqual({
      votes: { average: 8.5, count: 1_012_345 },
      tomatometer: 93,
      metascore: 89,
      awards: "Won 1 Oscar. 19 wins & 22 nominations total",
    });
    expect(Object.fromEntries(service!.requests[0]!.url.searchParams)).toEqual({ apikey: key, i: "tt0078748" });
  });

  it("takes N/A as nothing", async () => {
    const empty = {
      Response: "True",
      imdbRating: "N/A",
      imdbVotes: "N/A",
      Metascore: "N/A",
      Awards: "N/A",
      Ratings: [],
    };
    const omdb = openOmdb(key, await standIn(json(empty)));
    expect(await omdb.findFilm("tt0000001")).toEqual({ votes: null, tomatometer: null, metascore: null, awards: null });
  });

  it("knows nothing of a film that is not there", async () => {
    const omdb = openOmdb(key, await standIn(json({ Response: "False", Error: "Error getting data." })));
    expect(await omdb.findFilm("tt9999999")).toBeNull();
  });

  it.each([
    ["Request limit reached!", "LIMIT_REACHED"],
    ["Invalid API key!", "UNAUTHORIZED"],
  ])("tells a used up key from a wrong one: %s", async (reason, code) => {
    const omdb = openOmdb(key, await standIn(json({ Response: "False", Error: reason }, 401)));
    await expect(omdb.findFilm("tt0078748")).rejects.toMatchObject({ code });
  });
});

describe("Wikipedia", () => {
  it("follows normalized names and redirects to the pictures", async () => {
    const picture = { source: "https://upload.wikimedia.org/wikipedia/en/c/c3/Alien.jpg", width: 258, height: 391 };
    const answer = {
      batchcomplete: true,
      query: {
        normalized: [{ fromencoded: false, from: "Alien_(film)", to: "Alien (film)" }],
        redirects: [{ from: "Alien (1979)", to: "Alien (film)" }],
        pages: [
          { pageid: 23487440, ns: 0, title: "Alien (film)", thumbnail: picture, pageimage: "Alien.jpg" },
          { ns: 0, title: "No such page", missing: true },
        ],
      },
    };
    const wikipedia = openWikipedia("https://films.example", await standIn(json(answer)));
    const found = await wikipedia.findThumbnails(["Alien_(film)", "Alien (1979)", "No such page"]);
    const thumbnail = { url: picture.source, width: 258, height: 391 };
    expect([...found]).toEqual([
      ["Alien_(film)", thumbnail],
      ["Alien (1979)", thumbnail],
    ]);
    expect(service!.requests[0]!.headers["user-agent"]).toContain("https://films.example");
  });

  it("waits while its databases lag", async () => {
    const lagging = json({ error: { code: "maxlag", info: "Waiting for a database" } }, 200, { "retry-after": "0" });
    const options = await standIn(inTurn(lagging, json({ query: { pages: [] } })));
    expect((await openWikipedia("test", options).findThumbnails(["Alien"])).size).toBe(0);
    expect(service!.requests).toHaveLength(2);
  });
});
