// Search by words, by meaning and by both.
import { describe, expect, it } from "vitest";
import { ask, askData } from "./api-client.ts";

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string };
  readonly edges: readonly {
    readonly score: number;
    readonly matchedBy: readonly string[];
    readonly node: { readonly id: string; readonly title: string };
  }[];
}

const idsOf = ({ edges }: Found) => edges.map(({ node }) => node.id);

export function searchCases(url: () => string): void {
  describe("search", () => {
    const search = async (variables: object): Promise<Found> => (await askData(url(), "Search", variables)).search;

    async function bestKnown(): Promise<{ id: string; title: string }> {
      const query = "{ movies(sort: RATING_COUNT_DESC, first: 1) { edges { node { id title } } } }";
      return (await askData(url(), query)).movies.edges[0].node;
    }

    it("finds a title by its words and by a misspelling", async () => {
      const { id, title } = await bestKnown();
      const [first] = (await search({ query: title, mode: "KEYWORD" })).edges;
      expect(first).toMatchObject({ node: { id }, matchedBy: ["TITLE"], score: 1 });
      const misspelled = title.replace(/([a-z])([a-z])(?=[a-z]*$)/, "$2$1");
      expect(misspelled).not.toBe(title);
      expect(idsOf(await search({ query: misspelled, mode: "KEYWORD" }))).toContain(id);
    });

    it("answers nothing for a query without words and refuses one that is too long", async () => {
      expect(await search({ query: " ?! " })).toMatchObject({ totalCount: 0, edges: [] });
      const { errors } = await ask(url(), "Search", { query: "x".repeat(201) });
      expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    });

    it("finds by meaning, in pages that do not overlap", async () => {
      const request = { query: "a spaceship and its crew", mode: "SEMANTIC" };
      const first = await search(request);
      expect(first.edges).toHaveLength(20);
      expect(first.edges[0]?.matchedBy).toEqual(["SEMANTIC"]);
      const second = await search({ ...request, after: first.pageInfo.endCursor });
      expect(second.edges.length).toBeGreaterThan(0);
      expect(idsOf(second).filter((id) => idsOf(first).includes(id))).toEqual([]);
    });

    it("fuses both, and keeps to a filter", async () => {
      const { id, title } = await bestKnown();
      expect(idsOf(await search({ query: title }))[0]).toBe(id);
      const matches = (await search({ query: title })).edges.flatMap(({ matchedBy }) => matchedBy);
      expect(matches).toEqual(expect.arrayContaining(["TITLE", "SEMANTIC"]));
      const filtered = await search({ query: title, filter: { genres: ["comedy"] } });
      const comedies = (await askData(url(), "Movies", { filter: { genres: ["comedy"] }, first: 100 })).movies;
      expect(idsOf(comedies)).toEqual(expect.arrayContaining(idsOf(filtered)));
    });
  });
}
