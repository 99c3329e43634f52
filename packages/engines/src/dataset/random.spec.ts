import { expect, it } from "vitest";
import { createRandom, shuffledIndexes } from "./random.ts";

it("repeats itself for a seed and differs between seeds, also above 32 bits", () => {
  const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(new Set([draw(0), draw(1), draw(2 ** 32), draw(2 ** 32 + 1)].map(String)).size).toBe(4);
});

it("is spread evenly over [0, 1)", () => {
  const random = createRandom(1);
  const counts = new Int32Array(10);
  for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(random() * 10)]++;
  expect(counts.every((count) => count > 9_600 && count < 10_400)).toBe(true);
});

it("puts each index into each place equally often", () => {
  const random = createRandom(1);
  const firsts = new Int32Array(4);
  for (let round = 0; round < 8_000; round++) {
    const order = shuffledIndexes(4, random);
    expect([...order].sort()).toEqual([0, 1, 2, 3]);
    firsts[order[0]]++;
  }
  expect(firsts.every((count) => count > 1_850 && count < 2_150)).toBe(true);
});
