// What the API serves besides GraphQL: health, posters, the playground.
import { describe, expect, it } from "vitest";
import { askData } from "./api-client.ts";

export function servingCases(url: () => string): void {
  describe("serving", () => {
    it("is healthy once database and models are there", async () => {
      const response = await fetch(`${url()}/health`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ ready: true, database: true, models: true });
    });

    it("draws a poster for every movie without a picture, the same each time, to be kept for good", async () => {
      const { movies } = await askData(
        url(),
        "{ movies(first: 100) { edges { node { title poster { url source alt } } } } }",
      );
      const posters = movies.edges.map(
        ({ node }: { node: { poster: { source: string; url: string } } }) => node.poster,
      );
      const generated = posters.filter(({ source }: { source: string }) => source === "GENERATED");
      expect(generated.length).toBeGreaterThan(0);
      for (const { url: address } of generated.slice(0, 5)) {
        const read = () => fetch(address);
        const [first, second] = await Promise.all([read(), read()]);
        expect(first.status).toBe(200);
        expect(first.headers.get("content-type")).toContain("image/svg+xml");
        expect(first.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
        const art = await first.text();
        expect(art).toMatch(/^<svg/);
        expect(art.length).toBeLessThan(5_120);
        expect(await second.text()).toBe(art);
      }
      expect((await fetch(`${url()}/posters/1/no-such-film.svg`)).status).toBe(404);
    });

    it("answers browsers at /graphql with a page of its own, and nothing elsewhere", async () => {
      const page = await fetch(`${url()}/graphql`, { headers: { accept: "text/html,*/*" } });
      expect(page.headers.get("content-type")).toContain("text/html");
      expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
      const html = await page.text();
      expect(html).not.toMatch(/(src|href)="https?:/);
      if (page.status === 503) expect(html).toContain("npm run build --workspace apps/api");
      else
        for (const [, asset] of html.matchAll(/"(\/playground\/[^"]+)"/g)) {
          expect((await fetch(`${url()}${asset}`)).status).toBe(200);
        }
      expect((await fetch(`${url()}/elsewhere`)).status).toBe(404);
    });
  });
}
