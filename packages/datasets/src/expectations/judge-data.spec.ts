import { describe, expect, it } from "vitest";
import type { DataFacts } from "./data-facts.types.ts";
import { expectations, judgeData } from "./judge-data.ts";

const now = Date.UTC(2026, 10, 22);
const histogram = [200, 400, 300, 1_200, 700, 2_500, 1_600, 3_300, 1_100, 1_700];

const sound: DataFacts = {
  measuredAt: now,
  movies: {
    count: 1_000,
    years: { low: 1902, high: 2018 },
    runtimes: { low: 1, high: 900 },
    voteAverages: null,
    themeRelevances: { low: 0, high: 1 },
    withYear: 990,
    withGenres: 1_000,
    withOverview: 800,
    withoutTitle: 0,
    undecodable: 0,
    shortOverviews: 4,
    sharedOverviews: 2,
    malformedImdbIds: 0,
    repeatedKeys: 0,
    repeatedSlugs: 0,
    repeatedImdbIds: 0,
    twins: 2,
    withoutKey: 0,
    ratedTooEarly: 3,
    wrongTotals: 0,
  },
  ratings: {
    count: 13_000,
    histogram,
    halfStars: { low: 1, high: 10 },
    viewerCount: 100,
    largestViewer: 600,
    constantRatings: 0,
    constantViewers: 0,
    repeatedPairs: 0,
    ofUnknownMovies: 0,
    ofUnknownViewers: 0,
    withOverview: 12_000,
    withOverviewAndCast: 11_000,
    times: { low: Date.UTC(1996, 2, 29), high: Date.UTC(2018, 8, 24) },
  },
  sources: [{ source: "ml-latest-small", ratingCount: 100_836, newest: Date.UTC(2018, 8, 24) }],
  previous: { movieCount: 1_000, histogram },
};

const failing = (facts: DataFacts) =>
  judgeData(facts)
    .filter(({ passed }) => !passed)
    .map(({ name }) => name);
const withMovies = (movies: Partial<DataFacts["movies"]>) => ({ ...sound, movies: { ...sound.movies, ...movies } });
const withRatings = (ratings: Partial<DataFacts["ratings"]>) => ({
  ...sound,
  ratings: { ...sound.ratings, ...ratings },
});

describe("expectations of data", () => {
  it("have a name each, a sentence, and hold for sound data", () => {
    expect(new Set(expectations.map(({ name }) => name)).size).toBe(expectations.length);
    for (const { description } of expectations) expect(description).toMatch(/^[A-Z].*\.$/);
    expect(failing(sound)).toEqual([]);
  });

  it("write what was found and what was expected", () => {
    const written = Object.fromEntries(
      judgeData(sound).map(({ name, observed, expected }) => [name, `${observed} | ${expected}`]),
    );
    expect(written).toMatchObject({
      stars: "0.5 stars to 5 stars | 0.5 stars to 5 stars",
      "years-of-films": "1902 to 2018 | 1870 to 2036",
      "vote-averages": "nothing to judge | 0 to 10",
      "slugs-unique": "0 | 0",
      "no-rating-of-tomorrow": "2018-09-24 | at most 2026-11-23",
      "films-have-years": "99.0 % | at least 95.0 %",
      "releases-to-their-end": "0 days | at most 30 days",
      "stars-as-before": "0.0 % | at most 10.0 %",
    });
  });

  it.each<[string, DataFacts]>([
    ["stars", withRatings({ halfStars: { low: 0, high: 10 } })],
    ["years-of-films", withMovies({ years: { low: 195, high: 2018 } })],
    ["years-of-films", withMovies({ years: { low: 1902, high: 2037 } })],
    ["runtimes", withMovies({ runtimes: { low: 0, high: 90 } })],
    ["runtimes", withMovies({ runtimes: { low: 1, high: 901 } })],
    ["vote-averages", withMovies({ voteAverages: { low: 2, high: 83 } })],
    ["theme-relevances", withMovies({ themeRelevances: { low: -1, high: 1 } })],
    ["film-keys-unique", withMovies({ repeatedKeys: 1 })],
    ["slugs-unique", withMovies({ repeatedSlugs: 1 })],
    ["imdb-ids-unique", withMovies({ repeatedImdbIds: 1 })],
    ["one-rating-each", withRatings({ repeatedPairs: 1 })],
    ["no-twins", withMovies({ twins: 11 })],
    ["overviews-of-their-own", withMovies({ sharedOverviews: 9 })],
    ["ratings-of-films", withRatings({ ofUnknownMovies: 1 })],
    ["ratings-by-viewers", withRatings({ ofUnknownViewers: 1 })],
    ["totals-of-films", withMovies({ wrongTotals: 1 })],
    ["films-of-sources", withMovies({ withoutKey: 1 })],
    ["imdb-links", withMovies({ malformedImdbIds: 1 })],
    ["no-viewer-dominates", withRatings({ largestViewer: 651 })],
    ["viewers-tell-apart", withRatings({ constantRatings: 131 })],
    ["stars-as-before", { ...sound, previous: { movieCount: 1, histogram: histogram.toReversed() } }],
    ["films-stay", { ...sound, previous: { movieCount: 1_001, histogram } }],
    ["no-rating-of-tomorrow", withRatings({ times: { low: now, high: now + 90_000_000 } })],
    ["no-rating-before-the-web", withRatings({ times: { low: 1, high: now } })],
    ["films-out-before-rated", withMovies({ ratedTooEarly: 11 })],
    ["films-are-there", withMovies({ count: 0 })],
    ["films-have-titles", withMovies({ withoutTitle: 1 })],
    ["texts-readable", withMovies({ undecodable: 1 })],
    ["films-have-years", withMovies({ withYear: 949 })],
    ["films-have-genres", withMovies({ withGenres: 849 })],
    ["overviews-say-something", withMovies({ shortOverviews: 17 })],
    ["ratings-have-texts-and-cast", withRatings({ withOverviewAndCast: 6_499 })],
  ])("%s fails where it has to", (name, facts) => {
    expect(failing(facts)).toContain(name);
  });

  it("see a scale that was read wrong", () => {
    const onlyFives = histogram.map((_, bin) => (bin === 9 ? 13_000 : 0));
    expect(failing(withRatings({ histogram: onlyFives }))).toEqual([
      "mean-stars",
      "stars-given",
      "no-stars-for-all",
      "stars-as-before",
    ]);
  });

  it("see a release that is cut, by its size and by its end", () => {
    const cut = { source: "ml-25m", ratingCount: 15_000_000, newest: Date.UTC(2012, 0, 1) };
    expect(failing({ ...sound, sources: [...sound.sources, cut] })).toEqual([
      "releases-whole",
      "releases-to-their-end",
    ]);
    expect(failing({ ...sound, sources: [{ ...cut, source: "unheard-of" }] })).toEqual([]);
  });

  it("let a catalog without ratings pass all that is hard, and judge few ratings mildly", () => {
    const unrated = withRatings({
      count: 0,
      histogram: new Array(10).fill(0),
      halfStars: null,
      viewerCount: 0,
      largestViewer: 0,
      withOverview: 0,
      withOverviewAndCast: 0,
      times: null,
    });
    expect(failing({ ...unrated, sources: [], previous: null })).toEqual(["ratings-are-there"]);
    const few = { ...unrated.ratings, count: 3, histogram: [0, 0, 0, 0, 0, 0, 0, 0, 0, 3], largestViewer: 3 };
    expect(failing({ ...unrated, ratings: { ...few, withOverview: 3, withOverviewAndCast: 3 } })).toEqual([]);
  });
});
