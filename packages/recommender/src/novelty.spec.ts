import { expect, it } from "vitest";
import { catalog, horrorFan, snapshot } from "./fixtures/two-tastes.ts";
import { noveltyOf } from "./novelty.ts";
import { recommend } from "./recommend.ts";

it("is the self-information of the number of ratings, 1 for none, 0 for the most", () => {
  const [none, few, most] = noveltyOf({ ...catalog, ratingCounts: Int32Array.of(0, 7, 63) }, [0, 1, 2]);
  expect([none, few, most]).toEqual([1, expect.closeTo(0.5, 9), 0]);
  expect([...noveltyOf({ ...catalog, ratingCounts: new Int32Array(2) }, [0, 1])]).toEqual([0, 0]);
});

it("makes a list of less known films, with the scores of the blend", () => {
  const list = (novelty: number) => recommend(snapshot, horrorFan, { strategy: "AUTO", limit: 20, novelty }).items;
  const ratings = (items: ReturnType<typeof list>) =>
    items.reduce((sum, { movieId }) => sum + catalog.ratingCounts[catalog.movieIds.indexOf(movieId)], 0);
  expect(ratings(list(0.5))).toBeLessThan(ratings(list(0)));
  expect(ratings(list(1))).toBeLessThan(ratings(list(0.5)));
  const scores = new Map(
    recommend(snapshot, horrorFan, { strategy: "AUTO", limit: 200 }).items.map(({ movieId, score }) => [
      movieId,
      score,
    ]),
  );
  for (const { movieId, score } of list(1)) expect(score).toBe(scores.get(movieId));
});
