import { describe, expect, it } from "vitest";
import { starsAfterKey, starsAtOffset } from "./star-geometry.ts";

describe("starsAtOffset", () => {
  it.each([
    [0, 0.5],
    [-20, 0.5],
    [14, 0.5],
    [15, 1],
    [70, 2.5],
    [71, 3],
    [140, 5],
    [300, 5],
  ])("reads %i px of 140 as %f", (offset, stars) => {
    expect(starsAtOffset(offset, 140)).toBe(stars);
  });
});

describe("starsAfterKey", () => {
  it("steps by halves and stays between half a star and five", () => {
    expect(starsAfterKey(null, "ArrowRight")).toBe(0.5);
    expect(starsAfterKey(4.5, "ArrowUp")).toBe(5);
    expect(starsAfterKey(5, "ArrowRight")).toBe(5);
    expect(starsAfterKey(0.5, "ArrowLeft")).toBe(0.5);
    expect(starsAfterKey(3, "PageDown")).toBe(2);
  });

  it("jumps to the ends, clears, and leaves other keys alone", () => {
    expect(starsAfterKey(3, "Home")).toBe(0.5);
    expect(starsAfterKey(3, "End")).toBe(5);
    expect(starsAfterKey(3, "Delete")).toBeNull();
    expect(starsAfterKey(3, "a")).toBeUndefined();
  });
});
