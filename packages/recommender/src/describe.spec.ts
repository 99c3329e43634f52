import { describe, expect, it } from "vitest";
import { describeMovies } from "./describe.ts";
import { favoritesProfile, recommendFromFavorites } from "./favorites.ts";
import { horrorFan, movieIdAt, snapshot, viewer } from "./fixtures/two-tastes.ts";
import { recommend } from "./recommend.ts";
import type { DescribedMovie, RankedList, ViewerProfile } from "./recommender.types.ts";

const request = { strategy: "AUTO", limit: 20 } as const;
const describeList = (list: RankedList, profile: ViewerProfile) => describeMovies(snapshot, profile, list, list.items);

function sumOf({ explanation: { baseline, because, features } }: DescribedMovie): number {
  return [...because, ...features].reduce((sum, { contribution }) => sum + contribution, baseline);
}

describe("describeMovies", () => {
  const many = viewer(...Array.from({ length: 40 }, (_, index) => [index * 5, index % 2 ? 1 : 4.5] as const));
  it.each([
    { name: "one rating", profile: viewer([20, 5]), strategy: "AUTO" },
    { name: "three ratings", profile: viewer([20, 5], [40, 4], [21, 1]), strategy: "AUTO" },
    { name: "no ratings", profile: viewer(), strategy: "AUTO" },
    { name: "six ratings", profile: horrorFan, strategy: "AUTO" },
    { name: "six ratings, collaborative", profile: horrorFan, strategy: "COLLABORATIVE" },
    { name: "six ratings, content", profile: horrorFan, strategy: "CONTENT" },
    { name: "six ratings, statistical", profile: horrorFan, strategy: "STATISTICAL" },
    { name: "forty ratings", profile: many, strategy: "AUTO" },
  ] as const)("adds up to the named engine's score: $name", ({ profile, strategy }) => {
    const described = describeList(recommend(snapshot, profile, { ...request, strategy }), profile);
    expect(described).toHaveLength(20);
    for (const movie of described) {
      const source = movie.sources.find(({ engine }) => engine === movie.explanation.engine)!;
      expect(Math.abs(sumOf(movie) - source.score)).toBeLessThan(1e-4);
      expect(movie.explanation.because.length).toBeLessThanOrEqual(10);
    }
  });

  it("names at most three liked films, those that weigh most", () => {
    const described = describeList(recommend(snapshot, horrorFan, request), horrorFan);
    for (const { explanation } of described) {
      expect(explanation.text).toMatch(/^Because you gave Horror \d+/);
      expect(explanation.text.match(/Horror/g)!.length).toBeLessThanOrEqual(3);
      expect(explanation.text).not.toContain("Musical");
      const contributions = explanation.because.map(({ contribution }) => contribution);
      expect(contributions).toEqual([...contributions].sort((a, b) => b - a));
      const { movieId, stars } = explanation.because[0];
      expect(horrorFan.ratings).toContainEqual({ movieId, stars, ratedAt: 0 });
    }
  });

  it("speaks of one film after one rating, of the average before", () => {
    const [first] = describeList(recommend(snapshot, viewer([20, 5]), request), viewer([20, 5]));
    expect(first.explanation.text).toBe("Because you gave Horror 20 5 stars");
    const [plain] = describeList(recommend(snapshot, viewer(), request), viewer());
    expect(plain.explanation.text).toMatch(/^Viewers give it 4\.5 on average \(\d+ ratings\)$/);
  });

  it("never names a film as given stars that was only named", () => {
    const favorites = [movieIdAt(20), movieIdAt(40)];
    const list = recommendFromFavorites(snapshot, favorites, 10);
    for (const { explanation } of describeList(list, favoritesProfile(favorites))) {
      expect(explanation.text).toMatch(/^Because you like Horror (20|40)/);
    }
  });

  it("predicts the stars of each film, in the order asked for", () => {
    const list = recommend(snapshot, horrorFan, request);
    const turned = describeMovies(snapshot, horrorFan, list, [...list.items].reverse());
    expect(turned).toEqual(describeList(list, horrorFan).toReversed());
    for (const { prediction } of turned) expect(prediction!.stars).toBeGreaterThan(prediction!.low);
  });
});
