import type { KeywordMatch } from "@matinee/db";
import { describe, expect, it } from "vitest";
import { fuse } from "./fuse.ts";

type Scores = Readonly<Record<number, number>>;

const meaning = (scores: Scores) =>
  Object.entries(scores)
    .map(([movieId, score]) => ({ movieId: Number(movieId), score }))
    .sort((a, b) => b.score - a.score);
const words = (scores: Scores, matchedBy: KeywordMatch = "KEYWORD") =>
  meaning(scores).map((found) => ({ ...found, matchedBy }));
const scoresOf = (found: ReturnType<typeof fuse>) =>
  found.map(({ movieId, score }) => [movieId, Number(score.toFixed(3))]);

describe("fuse", () => {
  it("weighs words .9 and meaning .1, each as a part of its best", () => {
    const fused = fuse(words({ 1: 0.4, 2: 0.3, 3: 0.2 }), meaning({ 3: 0.8, 2: 0.6, 4: 0.56 }));
    expect(scoresOf(fused)).toEqual([
      [1, 0.9],
      [2, 0.75],
      [3, 0.55],
      [4, 0.07],
    ]);
    expect(fused.map(({ matchedBy }) => matchedBy)).toEqual([
      ["KEYWORD"],
      ["KEYWORD", "SEMANTIC"],
      ["KEYWORD", "SEMANTIC"],
      ["SEMANTIC"],
    ]);
  });

  it("lets one list count in full when the other is empty", () => {
    expect(scoresOf(fuse([], meaning({ 7: 0.4, 8: 0.3 })))).toEqual([
      [7, 1],
      [8, 0.75],
    ]);
    expect(scoresOf(fuse(words({ 7: 0.3 }), []))).toEqual([[7, 1]]);
    expect(fuse([], [])).toEqual([]);
  });

  it("drops likeness that is chance, by itself or beside the best", () => {
    expect(fuse([], meaning({ 1: 0.19, 2: 0.1 }))).toEqual([]);
    expect(scoresOf(fuse([], meaning({ 1: 0.6, 2: 0.37, 3: 0.35 })))).toHaveLength(2);
  });

  it.each(["TITLE_START", "PERSON"] as const)("lets words alone decide when the best is a %s", (match) => {
    const fused = fuse(words({ 1: 0.8, 2: 0.4 }, match), meaning({ 2: 0.9, 3: 0.8 }));
    expect(scoresOf(fused)).toEqual([
      [1, 1],
      [2, 0.5],
    ]);
    expect(fused[1]?.matchedBy).toEqual([match === "PERSON" ? "PERSON" : "TITLE", "SEMANTIC"]);
  });
});
