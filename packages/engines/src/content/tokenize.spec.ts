import { expect, it } from "vitest";
import { tokenize } from "./tokenize.ts";

it.each([
  ["The aliens' queen hunts the crew's cats.", ["alien", "queen", "hunt", "crew", "cat"]],
  ["Amélie — a CAFÉ waitress in Montmartre", ["amelie", "cafe", "waitress", "montmartre"]],
  ["Three ponies and two heroes don't kiss the bus boss", ["pony", "heroes", "kiss", "bus", "boss"]],
  ["O'Brien's ship, the USS Nostromo, in 2122", ["obrien", "ship", "uss", "nostromo"]],
  ["Films: the movie is a film", []],
  ["七人の侍 Семь самураев", ["七人の侍", "семь", "самураев"]],
  ["", []],
])("reads %j as %j", (text, terms) => {
  expect(tokenize(text)).toEqual(terms);
});

it("keeps repeats, in the text's order, whichever way accents are written", () => {
  expect(tokenize("war, peace, war")).toEqual(["war", "peace", "war"]);
  expect(tokenize("caf\u00e9")).toEqual(tokenize("cafe\u0301"));
});
