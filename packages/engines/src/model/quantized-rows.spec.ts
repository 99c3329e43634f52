import { expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { openQuantizedSearch, quantizeRows } from "./quantized-rows.ts";

it.each([
  [1, 384],
  [4, 3],
  [101, 50],
])("finds the cosines of a vector with %i rows of %i, within 1e-6 of exact", (rowCount, dimensions) => {
  const random = createRandom(3);
  const values = Float32Array.from({ length: rowCount * dimensions }, () => random() - 0.5);
  const rows = quantizeRows(values, dimensions);
  const search = openQuantizedSearch(rows);
  for (let asked = 0; asked < 2; asked++) {
    const vector = Float64Array.from({ length: dimensions }, () => random() - 0.5);
    const unit = vector.map((value) => value / Math.hypot(...vector));
    const cosines = search.cosines(unit);
    expect(cosines).toHaveLength(rowCount);
    for (let row = 0; row < rowCount; row++) {
      const bytes = Array.from(rows.bytes.subarray(row * dimensions, (row + 1) * dimensions));
      const exact = bytes.reduce((sum, value, index) => sum + value * unit[index], 0) / Math.hypot(...bytes);
      expect(Math.abs(cosines[row] - exact)).toBeLessThan(1e-6);
    }
  }
});

it("answers zeros for rows of zeros and for a vector of zeros", () => {
  const search = openQuantizedSearch(quantizeRows(Float32Array.of(0, 0, 1, 2), 2));
  expect(search.cosines([1, 0])[0]).toBe(0);
  expect([...search.cosines([0, 0])]).toEqual([0, 0]);
});
