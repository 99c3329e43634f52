import { expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { dotQuantizedRows, quantizeRows } from "./quantized-rows.ts";

it.each([0, 1, 4, 6, 101])(
  "multiplies a vector with %i rows as floats do, within 1e-5 of their lengths",
  (rowCount) => {
    const random = createRandom(3);
    const dimensions = 384;
    const rows = quantizeRows(
      Float32Array.from({ length: rowCount * dimensions }, () => random() - 0.5),
      dimensions,
    );
    const vector = Float64Array.from({ length: dimensions }, () => 1e4 * (random() - 0.5));
    const products = dotQuantizedRows(vector, rows);
    expect(products).toHaveLength(rowCount);
    for (let row = 0; row < rowCount; row++) {
      const bytes = Array.from(rows.bytes.subarray(row * dimensions, (row + 1) * dimensions));
      const exact = bytes.reduce((sum, value, index) => sum + value * vector[index], 0);
      const lengths = Math.hypot(...bytes) * Math.hypot(...vector);
      expect(Math.abs(products[row] - exact) / lengths).toBeLessThan(1e-5);
    }
  },
);

it("does not overflow where every value is the largest", () => {
  const rows = quantizeRows(new Float32Array(384 * 5).fill(1), 384);
  for (const product of dotQuantizedRows(new Float64Array(384).fill(-2), rows)) {
    expect(product / (127 * 384)).toBeCloseTo(-2, 4);
  }
});

it("answers zeros for a vector of zeros", () => {
  expect([...dotQuantizedRows(new Float64Array(2), quantizeRows(Float32Array.of(1, 2), 2))]).toEqual([0]);
});
