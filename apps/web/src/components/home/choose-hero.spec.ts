import { describe, expect, it } from "vitest";
import { chooseHero, type HomeSection } from "./choose-hero.ts";

const row = (key: string, ids: readonly string[]) =>
  ({ key, items: ids.map((id) => ({ id })) }) as unknown as HomeSection;

describe("chooseHero", () => {
  it("prefers the viewer's picks, then the best rated, then whatever is first", () => {
    expect(chooseHero([row("trending", ["a"]), row("top-rated", ["b"]), row("picks", ["c"])])?.hero.id).toBe("c");
    expect(chooseHero([row("trending", ["a"]), row("top-rated", ["b"])])?.hero.id).toBe("b");
    expect(chooseHero([row("trending", ["a"]), row("picks", [])])?.hero.id).toBe("a");
  });

  it("takes the film out of its row, and a row that is then empty out of the page", () => {
    const chosen = chooseHero([row("trending", ["a"]), row("picks", ["b", "c"])]);
    expect(chosen?.rows.map(({ items }) => items.map(({ id }) => id))).toEqual([["a"], ["c"]]);
    expect(chooseHero([row("picks", ["b"])])?.rows).toEqual([]);
  });

  it("finds none in an empty catalog", () => {
    expect(chooseHero([])).toBeNull();
    expect(chooseHero([row("picks", [])])).toBeNull();
  });
});
