import { describe, expect, it } from "vitest";
import { giniOf, quantilesOf, shareBelow, shareOfTop } from "./frequencies.ts";

// 0 0 1 1 1 2 5 10: eight films, 20 ratings
const values = [
  { ratings: 0, frequency: 2 },
  { ratings: 1, frequency: 3 },
  { ratings: 2, frequency: 1 },
  { ratings: 5, frequency: 1 },
  { ratings: 10, frequency: 1 },
];

describe("a distribution of counts", () => {
  it("has its quantiles", () => {
    expect(quantilesOf(values).map(({ value }) => value)).toEqual([0, 0, 0, 1, 2, 10, 10, 10]);
    expect(quantilesOf([])).toEqual([]);
  });

  it("tells who has little", () => {
    expect(shareBelow(values, 1)).toBe(0.25);
    expect(shareBelow(values, 5)).toBe(0.75);
  });

  it("tells what the most rated hold, films in part", () => {
    expect(shareOfTop(values, 1 / 8)).toBe(0.5);
    expect(shareOfTop(values, 1 / 16)).toBe(0.25);
    expect(shareOfTop(values, 0.25)).toBe(0.75);
    expect(shareOfTop(values, 1)).toBe(1);
  });

  it("has a Gini coefficient as its definition by pairs gives", () => {
    const all = values.flatMap(({ ratings, frequency }) => new Array<number>(frequency).fill(ratings));
    const differences = all.flatMap((one) => all.map((other) => Math.abs(one - other)));
    const expected = differences.reduce((sum, each) => sum + each, 0) / (2 * all.length * 20);
    expect(giniOf(values)).toBeCloseTo(expected, 12);
    expect(giniOf([{ ratings: 3, frequency: 7 }])).toBeCloseTo(0, 12);
    expect(giniOf([])).toBe(0);
  });
});
