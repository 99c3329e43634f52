import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";

describe("editDistance", () => {
  it.each([
    ["heat", "heat", 0],
    ["matrx", "matrix", 1],
    ["matirx", "matrix", 1],
    ["haet", "heat", 1],
    ["kitten", "sitting", 3],
    ["", "up", 2],
  ])("from %s to %s is %i, both ways", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
