import { expect, it } from "vitest";
import { readDirectors } from "./directors.ts";
import { cleanExtract, extractYear, firstSentence, isAboutFilm } from "./extract.ts";

it.each([
  ["Heat is a 1995 American crime film written and directed by Michael Mann.", ["Michael Mann"]],
  ["It is a 1999 film directed by J. Lee Thompson and starring A. B. Smith.", ["J. Lee Thompson"]],
  ["Dark is a 2001 film directed by Joel and Ethan Coen. It stars Ann Lee.", ["Joel Coen", "Ethan Coen"]],
  ["Dark is a 2001 film directed by Ann Lee, Bo Day, and Cy Fox, based on a play.", ["Ann Lee", "Bo Day", "Cy Fox"]],
  ["Dark is a 2001 film directed by Charles E. Sellier, Jr., and starring Bo Day.", ["Charles E. Sellier, Jr."]],
  [
    "Dark is a 2001 film starring Bo Day. It was directed by Brian De Palma from a script by Ann Lee.",
    ["Brian De Palma"],
  ],
  ["Hot Shots! Part Deux is a 1993 film directed by Jim Abrahams. It stars Bo Day.", ["Jim Abrahams"]],
  ["Dark is a 2001 film directed by Taiwanese filmmaker Ang Lee.", []],
  ["Dark is a 2001 remake of a film directed by Ann Lee.", []],
  ["Dark is a 2001 film directed by Guest.", []],
  ["Dark is a 2001 film directed by the Pang Brothers.", []],
])("%s", (extract, expected) => {
  expect(readDirectors(extract)).toEqual(expected);
});

it("finds the first sentence and the year it states", () => {
  expect(firstSentence("Mr. Smith is a film by J. R. Doe. It flopped.")).toBe("Mr. Smith is a film by J. R. Doe.");
  expect(extractYear("Once is a 2007 Irish film. A 2010 play followed.")).toBe(2007);
  expect(extractYear("Once is an Irish film. It is a 2007 release.")).toBeNull();
});

it("tells films from what else has their name", () => {
  expect(isAboutFilm("Moll Flanders is a novel by Daniel Defoe. A film was made of it.")).toBe(false);
  expect(isAboutFilm("Gilda is a 1946 American film noir based on a novel.")).toBe(true);
  expect(isAboutFilm("A tall tale is a story with unbelievable elements.")).toBe(false);
});

it("cleans a text", () => {
  expect(cleanExtract("\n(For the 1929 talkie see Paris )\nParis is a\n film. ")).toBe("Paris is a film.");
});
