import { describe, expect, it } from "vitest";
import { withoutArticle } from "./articles.ts";
import { parseMovielensTitle } from "./movielens-title.ts";

describe("MovieLens titles", () => {
  it.each([
    ["Matrix, The (1999)", { title: "The Matrix", year: 1999, originalTitle: null, otherTitles: [] }],
    [
      "Postman, The (Postino, Il) (1994)",
      { title: "The Postman", year: 1994, originalTitle: "Il Postino", otherTitles: [] },
    ],
    [
      "Legend of 1900, The (a.k.a. The Legend of the Pianist) (Leggenda del pianista sull'oceano) (1998)",
      {
        title: "The Legend of 1900",
        year: 1998,
        originalTitle: "Leggenda del pianista sull'oceano",
        otherTitles: ["The Legend of the Pianist"],
      },
    ],
    [
      "Besieged (a.k.a. Assedio, L') (1998)",
      { title: "Besieged", year: 1998, originalTitle: null, otherTitles: ["L'Assedio"] },
    ],
    [
      "Supercop (Police Story 3: Supercop) (Jing cha gu shi III) (1992) ",
      {
        title: "Supercop",
        year: 1992,
        originalTitle: "Jing cha gu shi III",
        otherTitles: ["Police Story 3: Supercop"],
      },
    ],
    [
      "Birdman: Or (The Unexpected Virtue of Ignorance) (2014)",
      {
        title: "Birdman: Or (The Unexpected Virtue of Ignorance)",
        year: 2014,
        originalTitle: null,
        otherTitles: [],
      },
    ],
    [
      "(500) Days of Summer (2009)",
      { title: "(500) Days of Summer", year: 2009, originalTitle: null, otherTitles: [] },
    ],
    ["Death Note (2006–2007)", { title: "Death Note", year: 2006, originalTitle: null, otherTitles: [] }],
    [
      "Land Before Time III (1995) (V)",
      { title: "Land Before Time III", year: 1995, originalTitle: null, otherTitles: [] },
    ],
    ["Babylon 5", { title: "Babylon 5", year: null, originalTitle: null, otherTitles: [] }],
    ["Kill, Baby... Kill! (1966)", { title: "Kill, Baby... Kill!", year: 1966, originalTitle: null, otherTitles: [] }],
  ])("%s", (text, expected) => {
    expect(parseMovielensTitle(text)).toEqual(expected);
  });
});

it("an article alone stays a title", () => {
  expect(withoutArticle("The Matrix")).toBe("Matrix");
  expect(withoutArticle("L'Avventura")).toBe("Avventura");
  expect(withoutArticle("Them!")).toBe("Them!");
  expect(withoutArticle("A")).toBe("A");
});
