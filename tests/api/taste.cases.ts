// What a viewer's ratings say about their taste, and who shares it.
import { describe, expect, it } from "vitest";
import { ask, askData, signIn } from "./api-client.ts";

interface Affinity {
  readonly name: string;
  readonly affinity: number;
}

const listGenre =
  "query ($genre: String!) { movies(filter: { genres: [$genre] }, first: 30) { edges { node { id } } } }";
const neighbors = `
  query ($limit: Int) {
    viewer { tasteNeighbors(limit: $limit) { similarity sharedMovies { id } suggests { id viewerRating { stars } } } }
  }`;

export function tasteCases(url: () => string, countStatements: () => Promise<number>): void {
  describe("taste", () => {
    const listOfGenre = async (genre: string): Promise<string[]> =>
      (await askData(url(), listGenre, { genre })).movies.edges.map((edge: { node: { id: string } }) => edge.node.id);
    const rate = async (token: string, movieIds: readonly string[], stars: number) => {
      for (const movieId of movieIds) await askData(url(), "Rate", { movieId, stars }, { token });
    };
    const signInHorrorFan = async () => {
      const token = await signIn(url());
      const horror = await listOfGenre("horror");
      const romance = (await listOfGenre("romance")).filter((id) => !horror.includes(id));
      await rate(token, horror.slice(0, 8), 5);
      await rate(token, romance.slice(0, 8), 1);
      return { token, liked: horror.slice(0, 8), rated: [...horror.slice(0, 8), ...romance.slice(0, 8)] };
    };

    it("is empty for a guest, and for a viewer without ratings", async () => {
      const empty = { tasteProfile: { genres: [], decades: [], themes: [], people: [] }, tasteNeighbors: [] };
      expect((await askData(url(), "Taste")).viewer).toEqual(empty);
      const token = await signIn(url());
      expect((await askData(url(), "Taste", {}, { token })).viewer).toEqual(empty);
    });

    it("shows in genres, decades, themes and people, from the most liked to the least", async () => {
      const { token } = await signInHorrorFan();
      const { tasteProfile } = (await askData(url(), "Taste", {}, { token })).viewer;
      for (const kind of ["genres", "decades", "themes", "people"]) {
        const values = tasteProfile[kind].map(({ affinity }: Affinity) => affinity);
        expect(values.length).toBeGreaterThan(1);
        expect(values).toEqual(values.toSorted((a: number, b: number) => b - a));
        for (const value of values) expect(Math.abs(value)).toBeLessThan(1);
      }
      const affinityTo = (genre: string) => tasteProfile.genres.find(({ name }: Affinity) => name === genre).affinity;
      expect(affinityTo("Horror")).toBeGreaterThan(0.5);
      expect(affinityTo("Romance")).toBeLessThan(-0.5);
      expect(tasteProfile.themes.length).toBeLessThanOrEqual(12);
      expect(tasteProfile.people.length).toBeLessThanOrEqual(12);
    });

    it("is shared by neighbors, at once after a rating, who suggest what the viewer has not rated", async () => {
      const { token, liked, rated } = await signInHorrorFan();
      const { tasteNeighbors } = (await askData(url(), neighbors, { limit: 8 }, { token })).viewer;
      expect(tasteNeighbors).toHaveLength(8);
      let last = 1;
      let shared = 0;
      for (const { similarity, sharedMovies, suggests } of tasteNeighbors) {
        expect(similarity).toBeLessThanOrEqual(last);
        last = similarity;
        shared += sharedMovies.length;
        for (const { id } of sharedMovies) expect(liked).toContain(id);
        expect(suggests.length).toBeGreaterThan(0);
        expect(suggests.length).toBeLessThanOrEqual(12);
        for (const { id, viewerRating } of suggests) {
          expect(rated).not.toContain(id);
          expect(viewerRating).toBeNull();
        }
      }
      expect(shared).toBeGreaterThan(0);
      const { errors } = await ask(url(), neighbors, { limit: 21 }, { token });
      expect(errors).toMatchObject([{ message: "`limit` must be 1 to 20." }]);
    });

    it("is never told of one viewer of this site to another", async () => {
      const first = await signInHorrorFan();
      const before = await askData(url(), neighbors, { limit: 20 }, { token: first.token });
      // nobody is nearer than one who rated the same
      await signInHorrorFan();
      expect(await askData(url(), neighbors, { limit: 20 }, { token: first.token })).toEqual(before);
    });

    it("costs no more statements for 20 neighbors than for 2", async () => {
      const { token } = await signInHorrorFan();
      const count = async (limit: number) => {
        const before = await countStatements();
        await askData(url(), neighbors, { limit }, { token });
        return (await countStatements()) - before;
      };
      await count(1);
      expect(await count(20)).toBe(await count(2));
    });
  });
}
