import { describe, expect, it } from "vitest";
import { EngineInputError } from "../engine.types.ts";
import { bayesianAverage, bayesianInterval, derivePriorCount } from "./bayesian-average.ts";
import { chooseWindow, rankTrending, windowPrior } from "./trending.ts";

describe("the Bayesian average", () => {
  const prior = { priorMean: 3.5, priorCount: 10 };

  it("is the weighted rating v/(v+m)·R + m/(v+m)·C", () => {
    expect(bayesianAverage({ count: 30, sum: 135 }, prior)).toBeCloseTo((30 / 40) * 4.5 + (10 / 40) * 3.5, 12);
    expect(bayesianAverage({ count: 0, sum: 0 }, prior)).toBe(3.5);
    expect(bayesianAverage({ count: 0, sum: 0 }, { priorMean: 3.5, priorCount: 0 })).toBe(3.5);
  });

  it("has an interval of ±1.645·σ/√(v + m) that narrows with ratings and stays on the scale", () => {
    const { low, high, level } = bayesianInterval({ count: 90, sum: 315 }, prior, 2);
    expect([low, high, level]).toEqual([expect.closeTo(3.5 - 0.32898, 4), expect.closeTo(3.5 + 0.32898, 4), 0.9]);
    expect(bayesianInterval({ count: 1, sum: 5 }, { priorMean: 5, priorCount: 0 })).toEqual({
      low: expect.any(Number),
      high: 5,
      level,
    });
  });

  it("derives m from the counts of the rated movies", () => {
    expect(derivePriorCount(Int32Array.from({ length: 1_001 }, (_, count) => count))).toBe(935);
    expect(derivePriorCount(new Int32Array(5))).toBe(1);
  });
});

describe("rankTrending", () => {
  const totals = {
    itemIds: Int32Array.of(1, 2, 3, 4, 5),
    counts: Int32Array.of(1, 40, 40, 0, 40),
    sums: Float64Array.of(5, 180, 120, 0, 180),
  };

  it("puts what many like before one viewer's five stars, leaves the unrated out, breaks ties by id", () => {
    const ranked = rankTrending(totals, windowPrior(totals), 10);
    expect(ranked.map(({ itemId }) => itemId)).toEqual([2, 5, 1, 3]);
    for (const { score, interval } of ranked) expect(interval.low < score && score < interval.high).toBe(true);
  });

  it("takes C and m from the whole window", () => {
    expect(windowPrior(totals)).toEqual({ priorMean: 485 / 121, priorCount: 40 });
  });

  it("gives at most the limit, and nothing for an empty window", () => {
    const nothing = { itemIds: new Int32Array(0), counts: new Int32Array(0), sums: new Float64Array(0) };
    expect(rankTrending(totals, windowPrior(totals), 2)).toHaveLength(2);
    expect(rankTrending(nothing, windowPrior(nothing), 5)).toEqual([]);
  });

  it("refuses columns of different lengths", () => {
    expect(() => rankTrending({ ...totals, sums: new Float64Array(1) }, windowPrior(totals), 5)).toThrow(
      EngineInputError,
    );
  });
});

describe("chooseWindow", () => {
  const activity = {
    WEEK: { ratingCount: 99, movieCount: 60 },
    MONTH: { ratingCount: 400, movieCount: 19 },
    YEAR: { ratingCount: 5_000, movieCount: 900 },
    ALL_TIME: { ratingCount: 9_000, movieCount: 1_000 },
  };

  it("widens past windows that are nearly empty, and only past those", () => {
    expect(chooseWindow("WEEK", activity)).toBe("YEAR");
    expect(chooseWindow("MONTH", activity)).toBe("YEAR");
    expect(chooseWindow("WEEK", { ...activity, WEEK: { ratingCount: 100, movieCount: 20 } })).toBe("WEEK");
    expect(chooseWindow("ALL_TIME", activity)).toBe("ALL_TIME");
  });

  it("ends at ALL_TIME however little there is", () => {
    const nothing = { ratingCount: 0, movieCount: 0 };
    expect(chooseWindow("WEEK", { WEEK: nothing, MONTH: nothing, YEAR: nothing, ALL_TIME: nothing })).toBe("ALL_TIME");
  });
});
