import { describe, expect, it } from "vitest";
import { bayesianAverage, contentEmbedding, itemKnn, snapshot, snapshotOf, svd } from "./fixtures/two-tastes.ts";
import { route, routeFavorites } from "./router.ts";
import { indexedModels } from "./snapshot-index.ts";

const all = indexedModels(snapshot);

describe("route", () => {
  it.each(["AUTO", "HYBRID", "COLLABORATIVE", "CONTENT", "STATISTICAL"] as const)(
    "answers %s statistically below five ratings",
    (asked) => {
      for (const count of [0, 1, 4]) expect(route(all, asked, count).strategyUsed).toBe("STATISTICAL");
    },
  );

  it("does as asked from five ratings on, AUTO being HYBRID", () => {
    expect(route(all, "AUTO", 5).strategyUsed).toBe("HYBRID");
    for (const asked of ["HYBRID", "COLLABORATIVE", "CONTENT", "STATISTICAL"] as const) {
      expect(route(all, asked, 5).strategyUsed).toBe(asked);
    }
  });

  it("says why in one sentence", () => {
    expect(route(all, "AUTO", 2).routedBecause).toBe(
      "You have rated 2 films; with fewer than 5, the list starts from what most viewers rate highly, nearest to what you liked first.",
    );
    expect(route(all, "AUTO", 1).routedBecause).toContain("You have rated 1 film;");
    expect(route(all, "AUTO", 0).routedBecause).toBe(
      "You have not rated any films yet, so the list is what most viewers rate highly.",
    );
    expect(route(all, "CONTENT", 9).routedBecause).toBe(
      "As you asked, the list rests on what the films themselves are about.",
    );
    expect(routeFavorites(all, 3).routedBecause).toBe("The list starts from the 3 films you named.");
  });

  it("falls back to what has a model and says so", () => {
    const without = indexedModels(snapshotOf(bayesianAverage, itemKnn, svd));
    expect(route(without, "CONTENT", 5)).toEqual({
      strategyUsed: "HYBRID",
      routedBecause:
        "Nothing is known yet about what the films themselves are about, so the list rests on what viewers who share your taste like and what most viewers rate highly.",
    });
    expect(route(indexedModels(snapshotOf(contentEmbedding)), "AUTO", 0).strategyUsed).toBe("CONTENT");
    expect(route({}, "AUTO", 9).routedBecause).toMatch(/^Nothing has been learned/);
  });
});
