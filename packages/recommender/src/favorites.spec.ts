import { describe, expect, it } from "vitest";
import { recommendFromFavorites } from "./favorites.ts";
import { horrorShare, movieIdAt, snapshot } from "./fixtures/two-tastes.ts";

describe("recommendFromFavorites", () => {
  it("blends from a single film, without a minimum", () => {
    const list = recommendFromFavorites(snapshot, [movieIdAt(101)], 10);
    expect(list.strategyUsed).toBe("HYBRID");
    expect(list.routedBecause).toBe("The list starts from the film you named.");
    expect(list.items).toHaveLength(10);
    expect(horrorShare(list.items)).toBe(0);
    expect(list.items.map(({ movieId }) => movieId)).not.toContain(movieIdAt(101));
  });

  it("counts repeats once and passes over unknown films", () => {
    const films = [movieIdAt(20), movieIdAt(40)];
    expect(recommendFromFavorites(snapshot, [...films, films[0], 1], 10)).toEqual(
      recommendFromFavorites(snapshot, films, 10),
    );
  });

  it("refuses when it knows none of them", () => {
    expect(() => recommendFromFavorites(snapshot, [1, 2], 10)).toThrow("None of these films is in the catalog");
  });
});
