// What viewers write about films: theirs alone to change, judged, counted, and given back as plain text.
import { describe, expect, it } from "vitest";
import { askData, listKnownMovies, signIn } from "./api-client.ts";

const reviewsOf = `
  query ($id: ID!, $first: Int, $after: String) {
    movie(by: { id: $id }) {
      reviewSummary { positiveShare count }
      viewerReview { id }
      reviews(first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { node {
          id text author source stars writtenAt movie { id }
          sentiment { label score words { word contribution } }
        } }
      }
    }
  }`;
const overList =
  "query { movies(first: 20) { edges { node { reviewSummary { count } viewerReview { id } reviews { totalCount edges { node { text } } } } } } }";

const good = "A wonderful, moving film with superb performances.";
const bad = "A dull, lifeless mess. What a waste of time.";

export function reviewCases(url: () => string, countStatements: () => Promise<number>): void {
  const write = async (token: string, movieId: string, text: string) =>
    (await askData(url(), "WriteReview", { movieId, text }, { token })).writeReview;
  const read = async (id: string, token?: string, page: object = {}) =>
    (await askData(url(), reviewsOf, { id, ...page }, token ? { token } : {})).movie;

  describe("reviews", () => {
    it("a review is judged, counted and listed at once, changes with its text and goes when it is deleted", async () => {
      const token = await signIn(url());
      const [movieId] = await listKnownMovies(url(), 1);
      expect((await read(movieId!)).reviewSummary).toEqual({ positiveShare: null, count: 0 });

      const written = await write(token, movieId!, good);
      expect(written).toMatchObject({
        review: { text: good, sentiment: { label: "POSITIVE", score: expect.any(Number) } },
        userErrors: [],
      });
      const { id } = written.review;
      const listed = await read(movieId!, token);
      expect(listed).toMatchObject({ reviewSummary: { positiveShare: 1, count: 1 }, viewerReview: { id } });
      const [{ node }] = listed.reviews.edges;
      expect(node).toMatchObject({ id, text: good, author: null, source: null, stars: null, movie: { id: movieId } });
      expect(Date.parse(node.writtenAt)).toBeGreaterThan(Date.now() - 60_000);
      expect(node.sentiment.words[0].contribution).toBeGreaterThan(0);
      expect((await read(movieId!)).viewerReview).toBeNull();

      const { updateReview } = await askData(url(), "UpdateReview", { id, text: bad }, { token });
      expect(updateReview).toMatchObject({
        review: { id, text: bad, sentiment: { label: "NEGATIVE" } },
        userErrors: [],
      });
      expect((await read(movieId!)).reviewSummary).toEqual({ positiveShare: 0, count: 1 });
      const found = await askData(url(), "query ($id: ID!) { node(id: $id) { ... on Review { text } } }", { id });
      expect(found.node).toEqual({ text: bad });

      const { deleteReview } = await askData(url(), "DeleteReview", { id }, { token });
      expect(deleteReview).toMatchObject({ deletedId: id, movie: { reviewSummary: { count: 0 } }, userErrors: [] });
      const again = await askData(url(), "DeleteReview", { id }, { token });
      expect(again.deleteReview).toMatchObject({
        deletedId: null,
        userErrors: [{ code: "NOT_FOUND", path: ["input", "id"] }],
      });
    });

    it("gives a text back as plain text: markup as written, control characters gone", async () => {
      const token = await signIn(url());
      const [movieId] = await listKnownMovies(url(), 1);
      const markup = `<script>alert("x")</script> & 'quotes' \\ 🎬 'drop table reviews; --`;
      const { review } = await write(token, movieId!, `  ${markup}\r\nsecond\u0000 line\u202E\u001b[31m \ud800 \n`);
      expect(review.text).toBe(`${markup}\nsecond line[31m \ufffd`);
      await askData(url(), "DeleteReview", { id: review.id }, { token });
    });

    it("refuses a second review of a film, an empty and a long one, an unknown film and a guest", async () => {
      const token = await signIn(url());
      const [first, second] = await listKnownMovies(url(), 2);
      const { review } = await write(token, first!, good);
      const refusal = (code: string, field: string) => ({
        review: null,
        userErrors: [{ code, path: ["input", field], message: expect.any(String) }],
      });
      expect(await write(token, first!, bad)).toEqual(refusal("DUPLICATE", "movieId"));
      for (const text of ["", " \n\t", "\u0007\u202e"]) {
        expect(await write(token, second!, text)).toEqual(refusal("REQUIRED", "text"));
      }
      expect(await write(token, second!, "x".repeat(10_001))).toEqual(refusal("INVALID_VALUE", "text"));
      expect(await write(token, "bm9ib2R5", good)).toEqual(refusal("NOT_FOUND", "movieId"));
      const guest = await askData(url(), "WriteReview", { movieId: second, text: good });
      expect(guest.writeReview.userErrors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
      await askData(url(), "DeleteReview", { id: review.id }, { token });
    });

    it("lets nobody else change or delete a review", async () => {
      const [owner, other] = [await signIn(url()), await signIn(url())];
      const [movieId] = await listKnownMovies(url(), 1);
      const { id } = (await write(owner, movieId!, good)).review;
      const forbidden = [{ code: "FORBIDDEN", path: ["input", "id"] }];
      const { updateReview } = await askData(url(), "UpdateReview", { id, text: bad }, { token: other });
      expect(updateReview).toMatchObject({ review: null, userErrors: forbidden });
      const { deleteReview } = await askData(url(), "DeleteReview", { id }, { token: other });
      expect(deleteReview).toMatchObject({ deletedId: null, movie: null, userErrors: forbidden });
      for (const wrong of ["bm9ib2R5", movieId, Buffer.from("Review:1e9").toString("base64url")]) {
        const answer = await askData(url(), "UpdateReview", { id: wrong, text: bad }, { token: owner });
        expect(answer.updateReview.userErrors).toMatchObject([{ code: "NOT_FOUND", path: ["input", "id"] }]);
      }
      expect((await read(movieId!)).reviews.edges[0].node.text).toBe(good);
      await askData(url(), "DeleteReview", { id }, { token: owner });
    });

    it("pages newest first, each review once, and asks the database no more for a list of films than for one", async () => {
      const [movieId] = await listKnownMovies(url(), 1);
      const tokens: string[] = [];
      for (let index = 0; index < 5; index++) {
        const token = await signIn(url());
        await write(token, movieId!, `${good} ${index}`);
        tokens.push(token);
      }
      const seen: string[] = [];
      for (let after: string | null = null, hasNextPage = true; hasNextPage; ) {
        const { reviews } = await read(movieId!, undefined, { first: 2, after });
        expect(reviews.totalCount).toBe(5);
        seen.push(...reviews.edges.map((edge: { node: { text: string } }) => edge.node.text));
        ({ hasNextPage, endCursor: after } = reviews.pageInfo);
      }
      expect(seen).toEqual([4, 3, 2, 1, 0].map((index) => `${good} ${index}`));

      const before = await countStatements();
      const { movies } = await askData(url(), overList, {}, { token: tokens[0]! });
      expect(movies.edges).toHaveLength(20);
      expect((await countStatements()) - before).toBeLessThan(8);
    });

    it("allows ten texts in ten minutes, for each viewer", async () => {
      const [token, other] = [await signIn(url()), await signIn(url())];
      const movieIds = await listKnownMovies(url(), 11);
      const { id } = (await write(token, movieIds[0]!, good)).review;
      for (let count = 1; count < 10; count++) {
        const { updateReview } = await askData(url(), "UpdateReview", { id, text: `${bad} ${count}` }, { token });
        expect(updateReview.userErrors).toEqual([]);
      }
      const refused = await write(token, movieIds[10]!, good);
      expect(refused).toMatchObject({ review: null, userErrors: [{ code: "RATE_LIMITED", path: [] }] });
      expect(refused.userErrors[0].message).toMatch(
        /^You stored 10 reviews in ten minutes; try again in \d+ minutes\.$/,
      );
      expect((await write(other, movieIds[10]!, good)).userErrors).toEqual([]);
      const { deleteReview } = await askData(url(), "DeleteReview", { id }, { token });
      expect(deleteReview.userErrors).toEqual([]);
    });
  });
}
