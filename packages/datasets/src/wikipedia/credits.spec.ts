import { expect, it } from "vitest";
import { readDirectors, readWriters } from "./credits.ts";
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
  ["Heat is a 1995 film written, produced, and directed by Michael Mann.", ["Michael Mann"]],
])("the directors of: %s", (extract, expected) => {
  expect(readDirectors(extract)).toEqual(expected);
});

it.each([
  ["Heat is a 1995 American crime film written and directed by Michael Mann.", ["Michael Mann"]],
  ["Dark is a 2001 film directed and co-written by Ann Lee.", ["Ann Lee"]],
  ["Dark is a 1948 film directed by Ann Lee and written by Bo Day and Cy Fox.", ["Bo Day", "Cy Fox"]],
  ["Dark is a 2003 film directed by James Ivory from a screenplay by Ruth Lee and Ivory.", ["Ruth Lee", "James Ivory"]],
  ["Dark is a 1940 film directed by Ann Lee with a script by Bo Day, based on a novel by Cy Fox.", ["Bo Day"]],
  ["Dark is a 1940 film based on a novel by Cy Fox, with a screenplay written by Bo Day.", ["Bo Day"]],
  ["Dark is a 2001 film starring Bo Day. It was written by Ann Lee and directed by Cy Fox.", ["Ann Lee"]],
  ["Dark is a 2001 film directed by Ann Lee. The screenplay was written by Bo Day.", ["Bo Day"]],
  ["Dark is a 1999 film based on the play written by Cy Fox.", []],
  ["Dark is a 1999 film of a novel written by Cy Fox.", []],
  ["Dark is a 1999 musical film directed by Ann Lee with songs written by Cy Fox.", []],
  ["Dark is a 2001 film directed by Ann Lee and co-written by him and Bo Day.", []],
  ["Dark is a 2008 film directed by Brad Lee and written by Lee and Will Conroy.", ["Brad Lee", "Will Conroy"]],
  ["Dark is a 1933 film written by Bo Day Sr., Ann Lee and Cy Fox.", ["Bo Day Sr.", "Ann Lee", "Cy Fox"]],
  ["Dark is a 1958 film version of the play Dark written by Cy Fox.", []],
  ["Dark is a 1999 remake of a film written by Cy Fox.", []],
  ["Dark is a 2001 film released and scripted by the Lubin Company.", []],
])("the writers of: %s", (extract, expected) => {
  expect(readWriters(extract)).toEqual(expected);
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
