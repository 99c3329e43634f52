import { expect, it } from "vitest";
import { createFindings } from "../readers/findings.ts";
import { film } from "../testing/movies.ts";
import type { WikipediaFilm } from "./wikipedia-list.reader.ts";
import { toSourceMovies } from "./wikipedia-movies.ts";

const heat = film("Heat", 1995, {
  cast: ["Voices of", "Al Pacino", "and", "Robert Downey", "Jr.", "Al Pacino"],
  genres: ["Crime", "Biography", "Drama", "Live Action"],
  href: "Heat_%281995_film%29",
  extract: "Heat is a 1995 American crime film directed by Michael Mann.",
  thumbnail: "https://upload.wikimedia.org/heat.jpg",
  thumbnail_width: 200,
  thumbnail_height: 300,
});

function read(...films: WikipediaFilm[]) {
  const findings = createFindings();
  return { movies: toSourceMovies(films, findings), findings: findings.list() };
}

it("takes what a film's page tells", () => {
  expect(read(heat).movies).toMatchObject([
    {
      sourceKey: "Heat_(1995_film)",
      title: "Heat",
      year: 1995,
      overview: heat.extract,
      cast: [
        { name: "Al Pacino", character: null },
        { name: "Robert Downey Jr.", character: null },
      ],
      directors: ["Michael Mann"],
      wikipediaPage: "Heat_(1995_film)",
      thumbnail: { url: "https://upload.wikimedia.org/heat.jpg", width: 200, height: 300 },
      genres: [{ slug: "biography" }, { slug: "crime" }, { slug: "drama" }],
    },
  ]);
});

it("leaves out the text of a page about something else, and counts it", () => {
  const { movies, findings } = read({ ...heat, extract: "Heat is a 1985 novel by Ann Lee." });
  expect(movies[0]).toMatchObject({ overview: null, wikipediaPage: null, thumbnail: null });
  expect(movies[0].cast).toHaveLength(2);
  expect(findings).toMatchObject([{ rule: "Wikipedia page about something else: its text left out", count: 1 }]);
});

it("believes the year in the text where the list has that of the American release", () => {
  const late = film("The Hurt Locker", 2009, { extract: "The Hurt Locker is a 2008 American war film." });
  expect(read(late).movies[0]).toMatchObject({ year: 2009, otherYears: [2008] });
});

it("makes one film of entries with one page, unless they are years apart", () => {
  const href = "The_Shooting";
  const entries = [film("The Shooting", 1966, { href }), film("Shooting", 1967, { href, cast: ["Ann Lee"] })];
  expect(read(...entries).movies).toMatchObject([
    { sourceKey: href, title: "Shooting", otherTitles: ["The Shooting"], year: 1967, otherYears: [1966] },
  ]);
  const remakes = [film("Heidi", 1937, { href: "Heidi" }), film("Heidi", 1968, { href: "Heidi" })];
  expect(read(...remakes).movies.map(({ sourceKey }) => sourceKey)).toEqual(["Heidi (1937)", "Heidi (1968)"]);
});
