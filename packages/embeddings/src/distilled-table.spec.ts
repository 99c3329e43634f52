import { describe, expect, it } from "vitest";
import { dimensions, quantizeRows, readTable, writeTable } from "./distilled-table.ts";

const vectors = Float32Array.from(
  { length: 3 * dimensions },
  (_, cell) => Math.sin(cell) * 10 ** Math.floor(cell / dimensions),
);
vectors.fill(0, dimensions, 2 * dimensions);
const table = { ...quantizeRows(vectors), weights: new Float32Array([1, 0.5, 0.25]) };

describe("the table of static vectors", () => {
  it("keeps every value within half a step of its row", () => {
    for (let cell = 0; cell < vectors.length; cell++) {
      const scale = table.scales[Math.floor(cell / dimensions)];
      expect(Math.abs(table.rows[cell] * scale - vectors[cell])).toBeLessThanOrEqual(scale * 0.501);
    }
    expect(Math.max(...table.rows.map(Math.abs))).toBe(127);
  });

  it("comes back from its bytes, wherever they lie in a buffer", () => {
    const bytes = writeTable(table);
    const shifted = Buffer.alloc(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(readTable(shifted, 3)).toEqual(table);
  });

  it("refuses a file of another length", () => {
    expect(() => readTable(new Uint8Array(writeTable(table)).subarray(1), 3)).toThrow("instead of 1176");
  });
});
