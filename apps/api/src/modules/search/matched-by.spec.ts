import { describe, expect, it } from "vitest";
import { matchedBy } from "./matched-by.ts";

const heat = {
  title: "Heat",
  originalTitle: null,
  directors: ["Michael Mann"],
  castNames: ["Al Pacino", "Robert De Niro"],
  overview: "A thief plans one last robbery in Los Angeles.",
  themes: [],
};
const found = { movieId: 1, score: 1, byKeyword: true, bySemantic: false };
const match = (terms: string) => matchedBy(heat, ["Crime"], terms, found);

describe("matchedBy", () => {
  it("names the narrowest text that has all the words", () => {
    expect(match("heat")).toEqual(["TITLE"]);
    expect(match("hea")).toEqual(["TITLE"]);
    expect(match("heat de niro")).toEqual(["PERSON"]);
    expect(match("last robb")).toEqual(["KEYWORD"]);
    expect(match("crime")).toEqual(["KEYWORD"]);
  });

  it("takes words that are nowhere for a misspelled title", () => {
    expect(match("haet")).toEqual(["TITLE"]);
  });

  it("names the meaning as well where it matched", () => {
    expect(matchedBy(heat, [], "heat", { ...found, bySemantic: true })).toEqual(["TITLE", "SEMANTIC"]);
    expect(matchedBy(heat, [], "x", { ...found, byKeyword: false, bySemantic: true })).toEqual(["SEMANTIC"]);
  });
});
