import { describe, expect, it } from "vitest";
import { createRandom, seedFor } from "./random.ts";

function moments(draw: () => number): { mean: number; deviation: number } {
  const values = Array.from({ length: 20_000 }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}

describe("createRandom", () => {
  it("draws the distributions it names", () => {
    const random = createRandom(7);
    const drawn = [random.uniform, random.normal, random.exponential].map((draw) => moments(draw));
    const known = [0.5, 1 / Math.sqrt(12), 0, 1, 1, 1];
    for (const [index, value] of drawn.flatMap(({ mean, deviation }) => [mean, deviation]).entries()) {
      expect(Math.abs(value - known[index]), `moment ${index}`).toBeLessThan(0.03);
    }
    expect(new Set(Array.from({ length: 200 }, () => random.below(3)))).toEqual(new Set([0, 1, 2]));
  });

  it("repeats itself for a seed, and neighboring parts differ from the first draw on", () => {
    const first = Array.from({ length: 500 }, (_, part) => createRandom(seedFor(1, `viewer ${part}`)).uniform());
    expect(createRandom(seedFor(1, "viewer 3")).uniform()).toBe(first[3]);
    const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
    expect(new Set(first).size).toBe(500);
  });
});
