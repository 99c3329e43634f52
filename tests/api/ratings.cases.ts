// What a rating changes, and that a wrong one changes nothing.
import { describe, expect, it } from "vitest";
import { askData, listKnownMovies, signIn } from "./api-client.ts";

interface RatingsPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly movie: { readonly id: string } } }[];
}

const totals = "query ($id: ID!) { movie(by: { id: $id }) { ratingCount ratingHistogram { count } } }";

export function ratingCases(url: () => string): void {
  describe("ratings", () => {
    it("a rating is in the movie's totals and the viewer's list at once, and gone when taken back", async () => {
      const token = await signIn(url());
      const [movieId] = await listKnownMovies(url(), 1);
      const before = await askData(url(), totals, { id: movieId });

      const { rateMovie } = await askData(url(), "Rate", { movieId, stars: 0.5 }, { token });
      expect(rateMovie).toMatchObject({
        rating: { stars: 0.5, movie: { id: movieId, viewerRating: { stars: 0.5 } } },
        viewer: { ratingCount: 1 },
        userErrors: [],
      });
      expect(rateMovie.rating.movie.ratingCount).toBe(before.movie.ratingCount + 1);

      const changed = await askData(url(), "Rate", { movieId, stars: 5 }, { token });
      expect(changed.rateMovie.rating.id).toBe(rateMovie.rating.id);
      expect(changed.rateMovie.rating.movie.ratingCount).toBe(before.movie.ratingCount + 1);
      expect(changed.rateMovie.viewer.recommendationsVersion).toBeGreaterThan(rateMovie.viewer.recommendationsVersion);
      const { viewer } = await askData(url(), "Viewer", {}, { token });
      expect(viewer.ratings).toMatchObject({ totalCount: 1, edges: [{ node: { stars: 5, movie: { id: movieId } } }] });

      const { unrateMovie } = await askData(url(), "Unrate", { movieId }, { token });
      expect(unrateMovie).toMatchObject({ movie: { viewerRating: null }, viewer: { ratingCount: 0 }, userErrors: [] });
      expect(await askData(url(), totals, { id: movieId })).toEqual(before);
    });

    it.each([0, 0.25, 5.5, -1, 4.3])("refuses %d stars", async (stars) => {
      const token = await signIn(url());
      const [movieId] = await listKnownMovies(url(), 1);
      const { rateMovie } = await askData(url(), "Rate", { movieId, stars }, { token });
      expect(rateMovie).toMatchObject({
        rating: null,
        userErrors: [{ code: "INVALID_VALUE", path: ["input", "stars"] }],
      });
    });

    it("refuses a movie that does not exist", async () => {
      const token = await signIn(url());
      const { rateMovie } = await askData(url(), "Rate", { movieId: "bm9ib2R5", stars: 3 }, { token });
      expect(rateMovie.userErrors).toMatchObject([{ code: "NOT_FOUND", path: ["input", "movieId"] }]);
    });

    it("pages through a viewer's ratings, newest first", async () => {
      const token = await signIn(url());
      const movies = await listKnownMovies(url(), 5);
      for (const movieId of movies) await askData(url(), "Rate", { movieId, stars: 3 }, { token });
      const page =
        "query ($after: String) { viewer { ratings(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { movie { id } } } } } }";
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { ratings }: { ratings: RatingsPage } = (await askData(url(), page, { after }, { token })).viewer;
        seen.push(...ratings.edges.map(({ node }) => node.movie.id));
        after = ratings.pageInfo.hasNextPage ? ratings.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(movies.toReversed());
    });

    it("onboards with era and ratings together, or with nothing", async () => {
      const token = await signIn(url());
      const [first, second, third] = await listKnownMovies(url(), 3);
      const onboard = async (ratings: object[]) =>
        (await askData(url(), "Onboard", { input: { era: "NEW", ratings } }, { token })).onboard;

      expect((await onboard([])).userErrors).toMatchObject([{ code: "REQUIRED", path: ["input", "ratings"] }]);
      const wrong = await onboard([
        { movieId: first, stars: 5 },
        { movieId: second, stars: 9 },
        { movieId: first, stars: 4 },
        { movieId: "x", stars: 4 },
      ]);
      expect(wrong.viewer).toBeNull();
      expect(
        wrong.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, path.join(".")]),
      ).toEqual([
        ["INVALID_VALUE", "input.ratings.1.stars"],
        ["DUPLICATE", "input.ratings.2.movieId"],
        ["NOT_FOUND", "input.ratings.3.movieId"],
      ]);
      expect((await askData(url(), "Viewer", {}, { token })).viewer).toMatchObject({
        ratingCount: 0,
        preferences: { era: "ANY" },
      });

      const { viewer, userErrors } = await onboard([first, second, third].map((movieId) => ({ movieId, stars: 4.5 })));
      expect(userErrors).toEqual([]);
      expect(viewer.ratingCount).toBe(3);
      expect(viewer.recommendations.edges).toHaveLength(5);
      for (const { node } of viewer.recommendations.edges) {
        expect(node.movie.year).toBeGreaterThanOrEqual(1990);
        expect(node.explanation.text).not.toBe("");
      }
    });
  });
}
