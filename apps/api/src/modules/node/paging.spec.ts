import { describe, expect, it } from "vitest";
import { type Page, readLimit, sliceList } from "./paging.ts";

describe("readLimit", () => {
  it("refuses what is out of range and names the argument", () => {
    expect(readLimit(null, 20)).toBe(20);
    expect(readLimit(100, 20)).toBe(100);
    expect(() => readLimit(101, 20)).toThrow("`first` must be 1 to 100.");
    expect(() => readLimit(0, 12, "limit", 50)).toThrow("`limit` must be 1 to 50.");
  });
});

describe("sliceList", () => {
  const items = ["a", "b", "c", "d", "e"];

  it("gives every item once over its pages", () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page<string> = sliceList(items, 2, after);
      seen.push(...page.edges.map((edge) => edge.item));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(items);
  });

  it("refuses a cursor of something else", () => {
    expect(() => sliceList(items, 2, "bm9uc2Vuc2U")).toThrow("`after` is not a cursor of this list.");
  });
});
