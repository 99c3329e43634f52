import { describe, expect, it } from "vitest";
import { fuse } from "./fuse.ts";

const scored = (...pairs: [number, number][]) => pairs.map(([movieId, score]) => ({ movieId, score }));

describe("fuse", () => {
  it("weighs words .6 and meaning .4 after min–max", () => {
    const fused = fuse(scored([1, 30], [2, 20], [3, 10]), scored([3, 0.9], [2, 0.5], [4, 0.1]));
    expect(fused.map(({ movieId, score }) => [movieId, Number(score.toFixed(3))])).toEqual([
      [1, 0.6],
      [2, 0.5],
      [3, 0.4],
      [4, 0],
    ]);
    expect(fused[1]).toMatchObject({ byKeyword: true, bySemantic: true });
    expect(fused[0]).toMatchObject({ byKeyword: true, bySemantic: false });
  });

  it("lets one list count in full when the other is empty, and one score as 1", () => {
    expect(fuse([], scored([7, 0.3], [8, 0.2]))[0]).toMatchObject({ movieId: 7, score: 1 });
    expect(fuse(scored([7, 0.3]), [])).toMatchObject([{ movieId: 7, score: 1 }]);
    expect(fuse([], [])).toEqual([]);
  });
});
