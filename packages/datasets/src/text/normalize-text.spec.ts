import { describe, expect, it } from "vitest";
import { normalizeText } from "./normalize-text.ts";
import { slugify, uniqueSlugs } from "./slug.ts";

describe("normalizeText", () => {
  it.each([
    ["Amélie", "amelie"],
    ["Ocean's  Eleven!", "oceans eleven"],
    ["L’Avventura", "l avventura"],
    ["Død snø / Straße", "dod sno strasse"],
    ["Alien³", "alien3"],
    ["8½", "81 2"],
    ["Сталкер", "сталкер"],
    ["...", ""],
  ])("%s → %s", (text, expected) => {
    expect(normalizeText(text)).toBe(expected);
    expect(normalizeText(expected)).toBe(expected);
  });
});

describe("slugs", () => {
  it("are plain words and the year", () => {
    expect(slugify("Léon: The Professional", 1994)).toBe("leon-the-professional-1994");
    expect(slugify("The Matrix", null)).toBe("the-matrix");
  });

  it("have a word where the title has no Latin letter", () => {
    expect(slugify("$", 1971)).toBe("film-1971");
  });

  it("are numbered when they repeat, past those taken", () => {
    const emma = { title: "Emma", year: 1996 };
    expect(uniqueSlugs([emma, emma, emma], ["emma-1996-2"])).toEqual(["emma-1996", "emma-1996-3", "emma-1996-4"]);
  });
});
