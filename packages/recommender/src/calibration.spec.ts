import { describe, expect, it } from "vitest";
import { calibratedList, genresOf, likedGenres } from "./calibration.ts";
import { diversify } from "./diversify.ts";
import { catalog, horrorFan, snapshot } from "./fixtures/two-tastes.ts";
import type { KnownRating } from "./profile.ts";
import { recommend } from "./recommend.ts";

const rated = (...pairs: readonly (readonly [movie: number, stars: number])[]): KnownRating[] =>
  pairs.map(([movie, stars]) => ({ movie, stars, ratedAt: 0 }));
/** Horror are the even films, musicals the odd ones; every third is a drama as well. */
const [horror, musical, drama] = [0, 1, 2];

describe("the genres a viewer likes", () => {
  it("are those of the films rated 3 stars or more, by their stars, a film's genres in equal parts", () => {
    const shares = likedGenres(catalog, rated([2, 5], [1, 3], [6, 4], [4, 1]));
    expect(shares).toEqual([
      { genre: horror, share: expect.closeTo(7 / 12, 9) },
      { genre: musical, share: expect.closeTo(3 / 12, 9) },
      { genre: drama, share: expect.closeTo(2 / 12, 9) },
    ]);
    expect(likedGenres(catalog, rated([2, 1]))).toEqual([]);
  });
});

describe("the divergence of a list", () => {
  const wanted = likedGenres(catalog, rated([2, 5], [1, 5]));

  it("is Σ p · ln(p / q̃) with q̃ = .99 · q + .01 · p", () => {
    const list = calibratedList(catalog, wanted);
    const after = (share: number) => 0.5 * Math.log(0.5 / (0.99 * share + 0.005));
    expect(list.divergenceWith(2)).toBeCloseTo(after(1) + after(0), 9);
    list.add(2);
    expect(list.divergenceWith(4)).toBeCloseTo(after(1) + after(0), 9);
    expect(list.divergenceWith(1)).toBeCloseTo(0, 9);
    list.add(1);
    expect(list.divergenceWith(3)).toBeCloseTo(after(1 / 3) + after(0.5), 9);
  });

  it("is 0 for everything where nothing is liked", () => {
    expect(calibratedList(catalog, []).divergenceWith(3)).toBe(0);
  });
});

describe("calibration", () => {
  const divergenceOf = (movies: readonly number[], ratings: readonly KnownRating[]) => {
    const wanted = likedGenres(catalog, ratings);
    const list = calibratedList(catalog, wanted);
    for (const movie of movies.slice(0, -1)) list.add(movie);
    return list.divergenceWith(movies.at(-1)!);
  };

  it("brings a list of equal scores as near to the liked genres as its length allows", () => {
    const ratings = rated([2, 5], [4, 5], [8, 5], [1, 5]);
    const ranked = Array.from({ length: 100 }, (_, index) => ({
      movie: index < 50 ? 2 + 6 * (index % 48) : 1 + 6 * (index % 48),
      score: 0.5,
      sources: [],
    }));
    const movies = (calibration: number) =>
      diversify(catalog, ranked, { calibration, limit: 8, ratings }).map(({ movie }) => movie);
    expect(movies(0.5).filter((movie) => genresOf(catalog, movie)[0].genre === musical)).toHaveLength(2);
    expect(divergenceOf(movies(0.5), ratings)).toBeCloseTo(0, 9);
    expect(divergenceOf(movies(0), ratings)).toBeGreaterThan(0.5);
  });

  it("gives up relevance for it only as far as asked", () => {
    const movies = (calibration: number) =>
      recommend(
        snapshot,
        { ...horrorFan, ratings: [...horrorFan.ratings, { movieId: 7 + 3 * 25, stars: 5, ratedAt: 0 }] },
        {
          strategy: "STATISTICAL",
          limit: 20,
          calibration,
        },
      ).items;
    const meanScore = (items: ReturnType<typeof movies>) => items.reduce((sum, { score }) => sum + score, 0);
    const scores = [0, 0.2, 0.8].map((calibration) => meanScore(movies(calibration)));
    expect(scores[1]).toBeLessThanOrEqual(scores[0]);
    expect(scores[2]).toBeLessThanOrEqual(scores[1]);
  });
});
