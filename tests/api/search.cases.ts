// Search by words, by meaning and by both.
import { describe, expect, it } from "vitest";
import { ask, askData } from "./api-client.ts";
import { searchQueries } from "./search-queries.ts";

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string };
  readonly edges: readonly {
    readonly score: number;
    readonly matchedBy: readonly string[];
    readonly node: {
      readonly id: string;
      readonly title: string;
      readonly genres: readonly { readonly slug: string }[];
    };
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
      const page = async (after: string | null): Promise<Found> =>
        (
          await askData(
            url(),
            `query ($after: String) {
              search(query: "a spaceship and its crew", mode: SEMANTIC, first: 3, after: $after) {
                pageInfo { endCursor } edges { matchedBy node { id } }
              }
            }`,
            { after },
          )
        ).search;
      const first = await page(null);
      expect(first.edges).toHaveLength(3);
      expect(first.edges[0]?.matchedBy).toEqual(["SEMANTIC"]);
      const second = await page(first.pageInfo.endCursor);
      expect(second.edges.length).toBeGreaterThan(0);
      expect(idsOf(second).filter((id) => idsOf(first).includes(id))).toEqual([]);
    });

    it("gives a title what has its words, and keeps to a filter", async () => {
      const { id, title } = await bestKnown();
      const { totalCount, edges } = await search({ query: title });
      expect(edges[0]).toMatchObject({ node: { id }, matchedBy: expect.arrayContaining(["TITLE"]) });
      expect(totalCount).toBe((await search({ query: title, mode: "KEYWORD" })).totalCount);
      const filtered = await search({ query: "love and war", filter: { genres: ["comedy"] } });
      expect(filtered.edges.length).toBeGreaterThan(0);
      for (const { node } of filtered.edges) expect(node.genres.map(({ slug }) => slug)).toContain("comedy");
    });

    it("leaves out what resembles a description by chance", async () => {
      const { totalCount } = await search({ query: "a lonely robot on an abandoned earth" });
      expect(totalCount).toBeGreaterThan(1);
      expect(totalCount).toBeLessThan(60);
    });

    /** The mean of 1 / rank of the first expected film; 0 where it is not on the first page. */
    async function meanReciprocalRank(mode: string, queries: typeof searchQueries): Promise<number> {
      const ranks = [];
      for (const { query, expected } of queries) {
        const titles = (await search({ query, mode })).edges.map(({ node }) => node.title);
        const index = titles.findIndex((title) => expected.includes(title));
        ranks.push(index < 0 ? 0 : 1 / (index + 1));
      }
      return ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
    }

    it.each(["title", "typo", "person"])("puts what is meant first: %s", async (kind) => {
      for (const one of searchQueries.filter((query) => query.kind === kind)) {
        const [first] = (await search({ query: one.query })).edges;
        expect(one.expected, one.query).toContain(first?.node.title);
      }
    });

    it("finds described films better by both ways than by either", async () => {
      const described = searchQueries.filter(({ kind }) => kind === "mixed" || kind === "description");
      const hybrid = await meanReciprocalRank("HYBRID", described);
      expect(hybrid).toBeGreaterThan(0.85);
      expect(hybrid).toBeGreaterThanOrEqual(await meanReciprocalRank("KEYWORD", described));
      expect(hybrid).toBeGreaterThanOrEqual(await meanReciprocalRank("SEMANTIC", described));
    });
  });
}
