import type { Dataset } from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { chooseCandidates } from "./candidates.ts";

/** Ratings of which nothing else is known. */
const ratings: Dataset = {
  userCount: 1,
  itemCount: 1,
  itemIds: Int32Array.of(1),
  users: Int32Array.of(0),
  items: Int32Array.of(0),
  stars: Float32Array.of(4),
  ratedAt: Float64Array.of(0),
};

describe("chooseCandidates", () => {
  it("takes all that can, hands settings to those that have them, and names those that lack something", () => {
    const { candidates, leftOut } = chooseCandidates(
      { engines: "all", settings: { neighbors: 7 } },
      "ranking",
      ratings,
    );
    const settingsOf = Object.fromEntries(candidates.map(({ engine, settings }) => [engine.name, settings]));
    expect(settingsOf).toMatchObject({ "item-knn": { neighbors: 7 }, svd: {} });
    expect(leftOut.map(({ name }) => name)).toContain("content-embedding");
    for (const { name } of leftOut) expect(Object.keys(settingsOf)).not.toContain(name);
  });

  it("hands an engine to those who name it with what it needs", () => {
    const itemVectors = { dimensions: 1, values: Float32Array.of(1) };
    const only = { engines: ["content-embedding"], settings: {} };
    expect(chooseCandidates(only, "ranking", { ...ratings, itemVectors }).candidates).toHaveLength(1);
    expect(() => chooseCandidates(only, "ranking", ratings)).toThrow("it needs itemVectors");
  });
});
