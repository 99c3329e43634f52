// Lists that are useful without a rating, personal with a few, and stay as they were while they are paged through.
import { describe, expect, it } from "vitest";
import { ask, askData, listKnownMovies, signIn } from "./api-client.ts";

interface Edge {
  readonly cursor: string;
  readonly node: {
    readonly rank: number;
    readonly score: number;
    readonly movie: { readonly id: string; readonly year: number };
    readonly prediction: { readonly stars: number } | null;
    readonly sources: readonly { readonly engine: string; readonly score: number; readonly weight: number }[];
    readonly explanation: {
      readonly engine: string;
      readonly baseline: number;
      readonly because: readonly { readonly contribution: number }[];
      readonly features: readonly { readonly contribution: number }[];
    };
  };
}

const idsOf = ({ edges }: { edges: readonly Edge[] }) => edges.map(({ node }) => node.movie.id);

export function recommendationCases(url: () => string): void {
  describe("recommendations", () => {
    const recommend = async (token: string | undefined, variables: object = {}) =>
      (await askData(url(), "Recommendations", variables, token ? { token } : {})).viewer.recommendations;

    async function viewerWith(count: number): Promise<{ token: string; rated: string[] }> {
      const token = await signIn(url());
      const rated = await listKnownMovies(url(), count);
      for (const [index, movieId] of rated.entries()) {
        await askData(url(), "Rate", { movieId, stars: index % 2 ? 1.5 : 5 }, { token });
      }
      return { token, rated };
    }

    it("are statistical for a guest and say so", async () => {
      const list = await recommend(undefined);
      expect(list.strategyUsed).toBe("STATISTICAL");
      expect(list.routedBecause).toMatch(/\.$/);
      expect(list.edges).toHaveLength(20);
      expect(list.edges.map(({ node }: Edge) => node.rank)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    });

    it("predict nothing for someone without a rating, signed in or not", async () => {
      const [id] = await listKnownMovies(url(), 1);
      for (const token of [undefined, await signIn(url())]) {
        const list = await recommend(token);
        expect(list.edges.map(({ node }: Edge) => node.prediction)).toEqual(Array(20).fill(null));
        const { movie } = await askData(url(), "Movie", { id }, token ? { token } : {});
        expect(movie.viewerPrediction).toBeNull();
      }
    });

    it("change with the first ratings and leave out what is rated", async () => {
      const { token, rated } = await viewerWith(3);
      const [general, personal] = await Promise.all([recommend(undefined), recommend(token)]);
      expect(personal.strategyUsed).toBe("STATISTICAL");
      expect(idsOf(personal)).not.toEqual(idsOf(general));
      expect(idsOf(personal).filter((id) => rated.includes(id))).toEqual([]);
    });

    it("blend engines from five ratings on, with scores that add up", async () => {
      const { token } = await viewerWith(5);
      const list = await recommend(token);
      expect(list.strategyUsed).toBe("HYBRID");
      expect(list.models.length).toBeGreaterThan(2);
      for (const { node } of list.edges as Edge[]) {
        expect(node.prediction!.stars).toBeGreaterThanOrEqual(0.5);
        const blended = node.sources.reduce((sum, { score, weight }) => sum + score * weight, 0);
        expect(node.score).toBeCloseTo(blended, 4);
        const { engine, baseline, because, features } = node.explanation;
        const explained = [...because, ...features].reduce((sum, { contribution }) => sum + contribution, baseline);
        expect(explained).toBeCloseTo(node.sources.find((source) => source.engine === engine)!.score, 3);
      }
    });

    it("obey strategy, weights, diversity and filter", async () => {
      const { token } = await viewerWith(6);
      expect((await recommend(token, { strategy: "CONTENT" })).strategyUsed).toBe("CONTENT");
      const weights = { collaborative: 0, content: 1, statistical: 0 };
      const content = await recommend(token, { strategy: "HYBRID", weights });
      expect(content.models.map(({ engine }: { engine: string }) => engine)).toEqual(["content-attributes"]);
      const filtered = await recommend(token, { filter: { years: { to: 1969 }, genres: ["drama"] }, diversity: 1 });
      expect(filtered.edges.length).toBeGreaterThan(0);
      for (const { node } of filtered.edges as Edge[]) expect(node.movie.year).toBeLessThan(1970);
      const refused = await ask(url(), "Recommendations", { diversity: 2 }, { token });
      expect(refused.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    });

    it("keep their pages apart, also when the viewer rates in between", async () => {
      const { token } = await viewerWith(5);
      const first = await recommend(token, { first: 10 });
      await askData(url(), "Rate", { movieId: first.edges[0].node.movie.id, stars: 5 }, { token });
      const second = await recommend(token, { first: 10, after: first.pageInfo.endCursor });
      expect(second.listId).toBe(first.listId);
      expect(second.edges[0].node.rank).toBe(11);
      expect(idsOf(second).filter((id) => idsOf(first).includes(id))).toEqual([]);
      const fresh = await recommend(token, { first: 10 });
      expect(fresh.listId).not.toBe(first.listId);
      expect(idsOf(fresh)).not.toContain(first.edges[0].node.movie.id);
    });

    it("end, and refuse cursors that are another viewer's or none", async () => {
      const [token, other] = await Promise.all([signIn(url()), signIn(url())]);
      let page = await recommend(token, { first: 100 });
      const ids = idsOf(page);
      while (page.pageInfo.hasNextPage) {
        page = await recommend(token, { first: 100, after: page.pageInfo.endCursor });
        ids.push(...idsOf(page));
      }
      expect(new Set(ids).size).toBe(ids.length);
      const after = page.pageInfo.endCursor;
      const foreign = await ask(url(), "Recommendations", { after }, { token: other });
      expect(foreign.errors?.[0]?.extensions.code).toBe("LIST_EXPIRED");
      const broken = await ask(url(), "Recommendations", { after: "x" }, { token });
      expect(broken.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    });

    it("start from favorites without a session", async () => {
      const favorites = await listKnownMovies(url(), 3);
      const list = (await askData(url(), "RecommendFromFavorites", { favorites })).recommendFromFavorites;
      expect(list.edges).toHaveLength(10);
      expect(idsOf(list).filter((id) => favorites.includes(id))).toEqual([]);
      for (const { node } of list.edges as Edge[]) expect(node.prediction!.stars).toBeGreaterThanOrEqual(0.5);
      expect((await ask(url(), "RecommendFromFavorites", { favorites: ["x"] })).errors?.[0]?.extensions.code).toBe(
        "BAD_USER_INPUT",
      );
      expect((await ask(url(), "RecommendFromFavorites", { favorites: [] })).errors?.[0]?.message).toBe(
        "Name 1 to 50 favorites.",
      );
    });
  });
}
