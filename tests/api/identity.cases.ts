// Anonymous sessions: by cookie for browsers, by token for everyone else.
import { describe, expect, it } from "vitest";
import { ask, askData, listKnownMovies, signIn } from "./api-client.ts";

const whoAmI = "{ viewer { id ratingCount } }";

export function identityCases(url: () => string): void {
  describe("identity", () => {
    it("knows a viewer again by token and by cookie", async () => {
      const { data, response } = await ask(url(), "SignInAnonymously");
      const { token, viewer, userErrors } = data.signInAnonymously;
      expect(userErrors).toEqual([]);
      const [setCookie] = response.headers.getSetCookie();
      expect(setCookie).toMatch(/HttpOnly/i);
      expect(setCookie).toMatch(/SameSite=Lax/i);
      const cookie = setCookie!.split(";")[0]!;

      expect((await askData(url(), whoAmI, {}, { token })).viewer.id).toBe(viewer.id);
      expect((await askData(url(), whoAmI, {}, { headers: { cookie } })).viewer.id).toBe(viewer.id);
    });

    it("keeps the session of who signs in twice, and gives everyone else another", async () => {
      const token = await signIn(url());
      const again = (await askData(url(), "SignInAnonymously", {}, { token })).signInAnonymously;
      expect(again.token).toBe(token);
      expect(again.viewer.id).toBe((await askData(url(), whoAmI, {}, { token })).viewer.id);
      expect(await signIn(url())).not.toBe(token);
    });

    it("answers a wrong token as a guest", async () => {
      const guest = await askData(url(), whoAmI);
      expect(await askData(url(), whoAmI, {}, { token: "wrong" })).toEqual(guest);
      expect(await askData(url(), whoAmI, {}, { token: "wrong.signature" })).toEqual(guest);
    });

    it("tells mutations without a session to sign in, and stores nothing", async () => {
      const [movieId] = await listKnownMovies(url(), 1);
      const { rateMovie } = await askData(url(), "Rate", { movieId, stars: 4 });
      expect(rateMovie).toMatchObject({ rating: null, viewer: null, userErrors: [{ code: "UNAUTHENTICATED" }] });
      expect(rateMovie.userErrors[0].message).toContain("signInAnonymously");
      const { unrateMovie } = await askData(url(), "Unrate", { movieId });
      expect(unrateMovie.userErrors[0].code).toBe("UNAUTHENTICATED");
      const input = { era: "ANY", ratings: [{ movieId, stars: 4 }] };
      expect((await askData(url(), "Onboard", { input })).onboard.userErrors[0].code).toBe("UNAUTHENTICATED");
    });

    it("shows a viewer and a rating by id to themselves only", async () => {
      const [token, other] = await Promise.all([signIn(url()), signIn(url())]);
      const [movieId] = await listKnownMovies(url(), 1);
      const { rateMovie } = await askData(url(), "Rate", { movieId, stars: 2.5 }, { token });
      for (const id of [rateMovie.rating.id, rateMovie.viewer.id]) {
        const node = "query ($id: ID!) { node(id: $id) { id } }";
        expect((await askData(url(), node, { id }, { token })).node).toEqual({ id });
        expect((await askData(url(), node, { id }, { token: other })).node).toBeNull();
      }
    });
  });
}
