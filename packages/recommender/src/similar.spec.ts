import { describe, expect, it } from "vitest";
import { bayesianAverage, catalog, horrorShare, movieIdAt, snapshot, snapshotOf } from "./fixtures/two-tastes.ts";
import { findSimilarMovies } from "./similar.ts";

const bases = ["BLEND", "AUDIENCE", "CONTENT", "PLOT"] as const;

describe("findSimilarMovies", () => {
  it.each(bases)("%s finds films of the same kind, best first, never the film itself", (basis) => {
    const similar = findSimilarMovies(snapshot, movieIdAt(100), { limit: 12, basis });
    expect(similar).toHaveLength(12);
    expect(horrorShare(similar)).toBeGreaterThan(0.9);
    expect(similar.map(({ movieId }) => movieId)).not.toContain(movieIdAt(100));
    for (const [index, { score, reason }] of similar.entries()) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(index === 0 ? 1 : similar[index - 1].score);
      expect(reason).toContain("Horror 100");
    }
  });

  it("says what is shared", () => {
    const reasonOf = (basis: (typeof bases)[number], from = snapshot) =>
      findSimilarMovies(from, movieIdAt(100), { limit: 1, basis })[0].reason;
    expect(reasonOf("AUDIENCE")).toBe("Liked by viewers who like Horror 100");
    expect(reasonOf("PLOT")).toBe("Its story is close to that of Horror 100");
    expect(reasonOf("CONTENT", snapshotOf(bayesianAverage))).toBe("Horror like Horror 100, from the same years");
  });

  it("lives with what is missing", () => {
    const bare = snapshotOf(bayesianAverage);
    expect(findSimilarMovies(bare, movieIdAt(100), { limit: 5, basis: "BLEND" })).toHaveLength(5);
    expect(findSimilarMovies(bare, movieIdAt(100), { limit: 5, basis: "AUDIENCE" })).toEqual([]);
    expect(findSimilarMovies(snapshot, movieIdAt(299), { limit: 5, basis: "PLOT" })).toEqual([]);
    expect(findSimilarMovies(snapshot, 1, { limit: 5, basis: "BLEND" })).toEqual([]);
    expect(findSimilarMovies(snapshot, movieIdAt(100), { limit: 1000, basis: "BLEND" }).length).toBe(
      catalog.movieIds.length - 1,
    );
  });
});
