// Who made a film and plays in it, and what else they made.
import { describe, expect, it } from "vitest";
import { ask, askData } from "./api-client.ts";

const credits = `
  query ($slug: String!, $first: Int, $after: String) {
    movie(by: { slug: $slug }) {
      id
      directors { id name }
      writers { id name }
      themes { name relevance }
      cast(first: $first, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { cursor character node { id name } }
      }
    }
  }`;
const filmography = `
  query ($id: ID!, $first: Int, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        name
        movies(first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { node { id averageRating directors { id } } }
        }
      }
    }
  }`;
const nested = `
  query ($first: Int!) {
    movies(first: $first) {
      edges { node {
        directors { name movies(first: 3) { totalCount edges { node { title themes { name } } } } }
        writers { name }
        cast(first: 6) { edges { character node { name } } }
      } }
    }
  }`;

type Named = { readonly id: string; readonly name: string };

export function peopleCases(url: () => string, countStatements: () => Promise<number>): void {
  describe("people", () => {
    const findFilm = async (variables: object = {}) =>
      (await askData(url(), credits, { slug: "seven-samurai-1954", ...variables })).movie;

    it("stand in a film's credits", async () => {
      const film = await findFilm();
      expect(film.directors.map(({ name }: Named) => name)).toEqual(["Akira Kurosawa"]);
      expect(film.cast.edges.map(({ node }: { node: Named }) => node.name)).toContain("Toshiro Mifune");
      expect(film.themes.length).toBeGreaterThan(0);
      for (const { relevance } of film.themes) {
        expect(relevance).toBeGreaterThan(0);
        expect(relevance).toBeLessThanOrEqual(1);
      }
    });

    it("play in pages that neither overlap nor skip", async () => {
      const all = (await findFilm({ first: 100 })).cast.edges;
      const paged = [];
      let after: string | null = null;
      do {
        const { cast } = await findFilm({ first: 1, after });
        paged.push(...cast.edges);
        after = cast.pageInfo.hasNextPage ? cast.pageInfo.endCursor : null;
      } while (after !== null);
      expect(paged).toEqual(all);
      const { errors } = await ask(url(), credits, { slug: "seven-samurai-1954", after: "x" });
      expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    });

    it("have their films by average rating, in pages", async () => {
      const [kurosawa] = (await findFilm()).directors;
      const { node } = await askData(url(), filmography, { id: kurosawa.id, first: 100 });
      expect(node).toMatchObject({ __typename: "Person", id: kurosawa.id, name: "Akira Kurosawa" });
      const { totalCount, edges } = node.movies;
      expect(edges).toHaveLength(totalCount);
      expect(totalCount).toBeGreaterThan(1);
      const averages = edges.map(({ node: film }: { node: { averageRating: number } }) => film.averageRating);
      expect(averages).toEqual(averages.toSorted((a: number, b: number) => b - a));
      const first = (await askData(url(), filmography, { id: kurosawa.id, first: 1 })).node.movies;
      const { endCursor: after } = first.pageInfo;
      const rest = (await askData(url(), filmography, { id: kurosawa.id, first: 100, after })).node.movies;
      expect([...first.edges, ...rest.edges]).toEqual(edges);
    });

    it("choose the films of a list", async () => {
      const [kurosawa] = (await findFilm()).directors;
      const { node } = await askData(url(), filmography, { id: kurosawa.id, first: 100 });
      const { movies } = await askData(url(), "Movies", { filter: { people: [kurosawa.id, "x"] }, first: 100 });
      const idsOf = (edges: readonly { node: { id: string } }[]) => edges.map((edge) => edge.node.id).sort();
      expect(idsOf(movies.edges)).toEqual(idsOf(node.movies.edges));
      expect(movies.totalCount).toBe(node.movies.totalCount);
    });

    it("cost no more statements for 50 films than for 5", async () => {
      const count = async (first: number) => {
        const before = await countStatements();
        await askData(url(), nested, { first });
        return (await countStatements()) - before;
      };
      expect(await count(50)).toBe(await count(5));
    });
  });
}
