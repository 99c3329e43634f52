import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFilms } from "../../read-catalog.ts";
import { films } from "../films.ts";
import { compareWithMovieLens, compareWithWikipedia } from "./compare-films.ts";
import { openDifferences, settled } from "./looked-at.ts";

const data = process.env.TEST_DATA ?? "";

describe.skipIf(data === "")("the sampler's films beside other catalogs (needs TEST_DATA)", () => {
  it("differ in nothing that was not looked at", async () => {
    const movieLens = await readFilms([join(data, "ml-25m-catalog.zip")]);
    const wikipedia = await readFilms([join(data, "wikipedia-movies.json.gz")]);
    const byMovieLens = compareWithMovieLens(films, movieLens.movies);
    const byWikipedia = compareWithWikipedia(films, wikipedia.movies);
    expect(byMovieLens.found).toBeGreaterThan(0.96 * films.length);
    expect(byWikipedia.found).toBeGreaterThan(650);
    const differences = [...byMovieLens.differences, ...byWikipedia.differences];
    expect(openDifferences(differences)).toEqual([]);
    expect(settled(differences)).toEqual([]);
  });

  it("are found out where a fact is wrong", async () => {
    const { movies } = await readFilms([join(data, "ml-25m-catalog.zip")]);
    const film = films.find(({ title }) => title === "Seven Samurai")!;
    const factsOf = (wrong: Partial<typeof film>) =>
      compareWithMovieLens([{ ...film, ...wrong }], movies).differences.map(({ fact }) => fact);
    expect(factsOf({})).toEqual([]);
    expect(factsOf({ year: 1955 })).toEqual(["year"]);
    expect(factsOf({ imdbId: "tt0047396" })).toEqual(["IMDb id", "title"]);
  });
});
