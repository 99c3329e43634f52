import { describe, expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { EngineInputError } from "../engine.types.ts";
import { recommendItems, topItems } from "./top-items.ts";

describe("topItems", () => {
  it("agrees with sorting everything", () => {
    const random = createRandom(3);
    for (const length of [0, 1, 2, 9, 500]) {
      const scores = Float32Array.from({ length }, () => Math.floor(random() * 40) - 20);
      const excluded = Uint8Array.from({ length }, () => (random() < 0.2 ? 1 : 0));
      const sorted = [...scores.keys()]
        .filter((item) => !excluded[item])
        .sort((a, b) => scores[b] - scores[a] || a - b);
      for (const limit of [0, 1, 3, 10, 600]) {
        const top = topItems(scores, { limit, excluded });
        expect([...top.items]).toEqual(sorted.slice(0, limit));
        expect([...top.scores]).toEqual(sorted.slice(0, limit).map((item) => scores[item]));
      }
    }
  });

  it("leaves NaN out", () => {
    expect([...topItems(Float32Array.of(1, Number.NaN, 2), { limit: 3 }).items]).toEqual([2, 0]);
  });

  it("refuses a limit that is no whole number from 0", () => {
    for (const limit of [-1, 1.5, Number.NaN]) {
      expect(() => topItems(Float32Array.of(1), { limit })).toThrow(EngineInputError);
    }
  });
});

it("recommendItems leaves out what the viewer rated and what is excluded, which it does not change", () => {
  const profile = { items: Int32Array.of(4), stars: Float32Array.of(5), ratedAt: Float64Array.of(0) };
  const excluded = Uint8Array.of(0, 0, 0, 1, 0);
  const recommends = { scoreItems: () => Float32Array.of(1, 2, 3, 4, 5) };
  expect([...recommendItems(recommends, profile, { limit: 9, excluded }).items]).toEqual([2, 1, 0]);
  expect([...excluded]).toEqual([0, 0, 0, 1, 0]);
});
