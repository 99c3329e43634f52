import { describe, expect, it } from "vitest";
import { formatFigure, formatStars, positionOnScale } from "./stars.ts";

describe("formatStars", () => {
  it.each([
    [0.5, "½ star"],
    [1, "1 star"],
    [1.5, "1½ stars"],
    [4.5, "4½ stars"],
    [5, "5 stars"],
  ])("says %f as %s", (stars, text) => {
    expect(formatStars(stars)).toBe(text);
  });
});

describe("formatFigure", () => {
  it("keeps one decimal, also for whole numbers", () => {
    expect([4, 4.24, 3.96].map(formatFigure)).toEqual(["4.0", "4.2", "4.0"]);
  });
});

describe("positionOnScale", () => {
  it("runs from half a star to five and stays inside", () => {
    expect([0.5, 2.75, 5, 0.1, 5.4].map(positionOnScale)).toEqual([0, 0.5, 1, 0, 1]);
  });
});
