// Each operation of the contract's first line answers as written, with something in it.
import { sampler } from "@matinee/datasets";
import { describe, expect, it } from "vitest";
import { ask, askData, listKnownMovies, signIn } from "./api-client.ts";

/** How Home's row of a window ends its title, and what its reason speaks of. */
const wordsOfWindow: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  WEEK: [/ this week$/, /within a week/],
  MONTH: [/ this month$/, /within a month/],
  YEAR: [/ this year$/, /within a year/],
  ALL_TIME: [/ of all time$/, /^By all ratings/],
};

const filmCount = sampler().movies.length;

export function operationCases(url: () => string, countStatements: () => Promise<number>): void {
  describe("operations", () => {
    it("Viewer answers a guest with nothing of anyone", async () => {
      const { viewer } = await askData(url(), "Viewer");
      expect(viewer).toMatchObject({ isAnonymous: true, ratingCount: 0, preferences: { era: "ANY" }, export: null });
      expect(viewer.ratings).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] });
    });

    it("Movie answers every field, by each of its names", async () => {
      const [id] = await listKnownMovies(url(), 1);
      const { movie } = await askData(url(), "Movie", { id });
      expect(movie.averageRating).toBeGreaterThan(movie.ratingInterval.low);
      expect(movie.averageRating).toBeLessThan(movie.ratingInterval.high);
      expect(movie.ratingHistogram).toHaveLength(10);
      const counted = movie.ratingHistogram.reduce((sum: number, bucket: { count: number }) => sum + bucket.count, 0);
      expect(counted).toBe(movie.ratingCount);
      expect(movie.similar).toHaveLength(12);
      for (const similar of movie.similar) {
        expect(similar.reason).not.toBe("");
        expect(similar.score).toBeGreaterThan(0);
        expect(similar.score).toBeLessThanOrEqual(1);
        expect(similar.movie.id).not.toBe(id);
      }
      const imdb = /title\/(tt\d+)/.exec(movie.links.imdb)?.[1];
      expect((await askData(url(), "MovieByImdb", { imdb })).movie.id).toBe(id);
      const bySlug = await askData(url(), "query ($slug: String!) { movie(by: { slug: $slug }) { id } }", movie);
      expect(bySlug.movie.id).toBe(id);
      expect((await askData(url(), "query ($id: ID!) { node(id: $id) { __typename id } }", { id })).node).toEqual({
        __typename: "Movie",
        id,
      });
    });

    it("answers null for what the catalog does not have", async () => {
      expect((await askData(url(), "MovieByImdb", { imdb: "tt9999999" })).movie).toBeNull();
      expect((await askData(url(), "Movie", { id: "bm9ib2R5" })).movie).toBeNull();
      expect((await askData(url(), "Person", { id: "bm9ib2R5" })).node).toBeNull();
    });

    it("Movies pages through the whole catalog without gap or repeat", async () => {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const { movies } = await askData(url(), "Movies", { first: 37, after });
        expect(movies.totalCount).toBe(filmCount);
        ids.push(...movies.edges.map(({ node }: { node: { id: string } }) => node.id));
        after = movies.pageInfo.hasNextPage ? movies.pageInfo.endCursor : null;
      } while (after !== null);
      expect(ids).toHaveLength(filmCount);
      expect(new Set(ids).size).toBe(filmCount);
    });

    it("Movies keeps to its filter", async () => {
      const filter = { genres: ["comedy"], years: { from: 1980, to: 1999 }, minimumRatingCount: 5 };
      const { movies } = await askData(url(), "Movies", { filter, first: 100 });
      expect(movies.edges.length).toBeGreaterThan(0);
      for (const { node } of movies.edges) {
        expect(node.genres.map(({ slug }: { slug: string }) => slug)).toContain("comedy");
        expect(node.year).toBeGreaterThanOrEqual(1980);
        expect(node.year).toBeLessThanOrEqual(1999);
        expect(node.ratingCount).toBeGreaterThanOrEqual(5);
      }
      const nobody = await askData(url(), "Movies", { filter: { people: ["x"] } });
      expect(nobody.movies).toMatchObject({ totalCount: 0, edges: [] });
    });

    it("Genres are by name and count their movies", async () => {
      const { genres } = await askData(url(), "Genres");
      const names = genres.map(({ name }: { name: string }) => name);
      expect(names).toEqual([...names].sort());
      const comedy = genres.find(({ slug }: { slug: string }) => slug === "comedy");
      const { movies } = await askData(url(), "Movies", { filter: { genres: ["comedy"] } });
      expect(comedy.movieCount).toBe(movies.totalCount);
    });

    it("Trending says as of when, widens an empty window, and ranks best first", async () => {
      const { trending } = await askData(url(), "Trending", { genre: "drama", window: "ALL_TIME" });
      expect(trending.windowUsed).toBe("ALL_TIME");
      expect(Date.parse(trending.asOf)).toBeGreaterThan(0);
      expect(trending.edges).toHaveLength(20);
      const scores = trending.edges.map(({ score }: { score: number }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const { node } of trending.edges) {
        expect(node.genres.map(({ slug }: { slug: string }) => slug)).toContain("drama");
      }
      const week = (await askData(url(), "Trending", { window: "WEEK" })).trending;
      expect(week.edges.length).toBeGreaterThanOrEqual(20);
    });

    it("OnboardingMovies draws from the era, other ones each time", async () => {
      const draws = await Promise.all(
        Array.from({ length: 4 }, () => askData(url(), "OnboardingMovies", { era: "OLD" })),
      );
      for (const { onboardingMovies } of draws) {
        expect(onboardingMovies).toHaveLength(15);
        for (const { year } of onboardingMovies) expect(year).toBeLessThan(1990);
      }
      expect(new Set(draws.map((draw) => JSON.stringify(draw.onboardingMovies))).size).toBeGreaterThan(1);
    });

    it("Home has rows without a movie in two of them", async () => {
      const token = await signIn(url());
      const [liked] = await listKnownMovies(url(), 1);
      await askData(url(), "Rate", { movieId: liked, stars: 5 }, { token });
      const { home } = await askData(url(), "Home", {}, { token });
      const keys = home.sections.map(({ key }: { key: string }) => key);
      expect(keys).toEqual(expect.arrayContaining(["picks", "because-you-liked", "trending", "top-rated"]));
      const ids = home.sections.flatMap(({ items }: { items: { movie: { id: string } }[] }) =>
        items.map(({ movie }) => movie.id),
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain(liked);
      const row = home.sections.find(({ key }: { key: string }) => key === "trending");
      const { windowUsed } = (await askData(url(), "Trending", { window: "WEEK" })).trending;
      const [title, reason] = wordsOfWindow[windowUsed]!;
      expect(row.title).toMatch(title);
      expect(row.reason).toMatch(reason);
    });

    it("sends no more statements for 100 movies than for 10", async () => {
      const count = async (first: number) => {
        const before = await countStatements();
        await askData(url(), "Movies", { first });
        return (await countStatements()) - before;
      };
      expect(await count(100)).toBe(await count(10));
    });

    it("refuses arguments out of range with one sentence", async () => {
      const { errors } = await ask(url(), "Movies", { first: 101 });
      expect(errors).toMatchObject([{ message: "`first` must be 1 to 100.", extensions: { code: "BAD_USER_INPUT" } }]);
      const cursor = await ask(url(), "Movies", { after: "x" });
      expect(cursor.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    });
  });
}
