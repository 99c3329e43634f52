import { expect, it } from "vitest";
import { createAliasTable } from "./alias-table.ts";
import { createRandom } from "./random.ts";

it("draws each index as often as its weight says, one of weight 0 never", () => {
  const weights = Float64Array.of(5, 0, 1, 2.5, 0.5, 1);
  const { total, draw } = createAliasTable(weights);
  expect(total).toBe(10);
  const random = createRandom(3);
  const counts = new Float64Array(weights.length);
  for (let drawn = 0; drawn < 100_000; drawn++) counts[draw(random)]++;
  expect(counts[1]).toBe(0);
  counts.forEach((count, index) => {
    expect(Math.abs(count / 100_000 - weights[index] / total), `index ${index}`).toBeLessThan(0.01);
  });
});
