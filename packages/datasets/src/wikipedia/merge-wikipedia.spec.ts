import { expect, it } from "vitest";
import type { SourceCatalog } from "../dataset.types.ts";
import { film, movie } from "../testing/movies.ts";
import { mergeWikipedia } from "./merge-wikipedia.ts";

const none = {
  viewers: new Int32Array(),
  movies: new Int32Array(),
  halfStars: new Uint8Array(),
  ratedAt: new Float64Array(),
};
const catalogOf = (...movies: SourceCatalog["movies"]): SourceCatalog => ({
  name: "set",
  fingerprint: "f",
  terms: "Terms.",
  movies,
  viewerKeys: [],
  ratings: none,
  findings: [],
});
const drama = { slug: "drama", name: "Drama" };
const heat = film("Heat", 1995, {
  cast: ["Voices of", "Al Pacino", "and", "Robert Downey", "Jr.", "Al Pacino"],
  genres: ["Crime", "Biography", "Drama"],
  href: "Heat_%281995_film%29",
  extract: "Heat is a 1995 American crime film directed by Michael Mann.",
  thumbnail: "https://upload.wikimedia.org/heat.jpg",
  thumbnail_width: 200,
  thumbnail_height: 300,
});

it("fills what is missing", () => {
  expect(mergeWikipedia(catalogOf(movie("Heat", 1995)), [heat]).movies[0]).toMatchObject({
    overview: heat.extract,
    cast: [
      { name: "Al Pacino", character: null },
      { name: "Robert Downey Jr.", character: null },
    ],
    directors: ["Michael Mann"],
    wikipediaPage: "Heat_(1995_film)",
    thumbnail: { url: "https://upload.wikimedia.org/heat.jpg", width: 200, height: 300 },
    genres: [{ slug: "biography" }, { slug: "crime" }, drama],
  });
});

it("overwrites nothing, and adds only genres that the source does not use", () => {
  const own = {
    overview: "Ours.",
    cast: [{ name: "Val Kilmer", character: null }],
    directors: ["Ann Lee"],
    wikipediaPage: "Heat",
    genres: [drama],
  };
  const other = movie("Other", 1990, { genres: [{ slug: "crime", name: "Crime" }] });
  const merged = mergeWikipedia(catalogOf(movie("Heat", 1995, own), other), [heat]).movies;
  expect(merged[0]).toMatchObject({ ...own, genres: [drama, { slug: "biography", name: "Biography" }] });
  expect(merged[1]).toEqual(other);
});

it("leaves out the text of a page about something else, and counts it", () => {
  const novel = { ...heat, extract: "Heat is a 1985 novel by Ann Lee.", genres: [] };
  const catalog = mergeWikipedia(catalogOf(movie("Heat", 1995)), [novel]);
  expect(catalog.movies[0]).toMatchObject({ overview: null, wikipediaPage: null, thumbnail: null });
  expect(catalog.movies[0].cast).toHaveLength(2);
  expect(catalog.findings).toMatchObject([
    { rule: "Wikipedia page about something else: its text left out", count: 1 },
  ]);
});
