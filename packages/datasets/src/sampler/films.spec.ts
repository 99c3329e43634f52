import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filmFiles, films } from "./films.ts";

type Film = (typeof films)[number];

const folder = new URL("./films/", import.meta.url);

/** "title (year)" of the films that break a rule, so that a failure names them. */
function offenders(breaks: (film: Film) => boolean): string[] {
  return films.filter(breaks).map((film) => `${film.title} (${film.year})`);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Marks that end a sentence: a period after an initial or an abbreviation does not. */
function sentenceCount(text: string): number {
  return text.replaceAll(/\b(?:[A-Z]|Dr|Mr|Mrs|Ms|St|Jr|No)\./g, "").match(/[.!?…]["”’)]?(?=\s|$)/g)?.length ?? 0;
}

describe("the sampler's films", () => {
  it("are over 1,000, from 1902 on, with at least 150 before 1960 and 250 not in English", () => {
    expect(films.length).toBeGreaterThan(1000);
    expect(Math.min(...films.map((film) => film.year))).toBe(1902);
    expect(films.filter((film) => film.year < 1960).length).toBeGreaterThanOrEqual(150);
    expect(films.filter((film) => film.languages[0] !== "English").length).toBeGreaterThanOrEqual(250);
  });

  it("stand in the file of their years, in order, and every file is read", () => {
    expect(readdirSync(folder).sort()).toEqual(filmFiles.map((years) => `${years}.json`));
    const years = films.map((film) => film.year);
    expect(years).toEqual([...years].sort());
    const spans = filmFiles.map((file) => file.split("-").map(Number));
    expect(offenders(({ year }) => spans.filter(([from, to]) => year >= from && year <= to).length !== 1)).toEqual([]);
  });

  it("are there once each, by title and year and by IMDb id", () => {
    expect(repeated(films.map((film) => `${film.title} ${film.year}`))).toEqual([]);
    expect(repeated(films.flatMap((film) => film.imdbId ?? []))).toEqual([]);
  });

  it("have overviews of two or three sentences with 35 to 75 words, each its own", () => {
    expect(
      offenders(({ overview }) => {
        const words = overview.split(/\s+/).length;
        const sentences = sentenceCount(overview);
        return words < 35 || words > 75 || sentences < 2 || sentences > 3 || !/^["“]?[A-Z0-9].*[.?!]$/.test(overview);
      }),
    ).toEqual([]);
    expect(repeated(films.map((film) => film.overview))).toEqual([]);
  });

  it("have six leading parts with their characters, unless they are animated, silent, short or documentary or have few", () => {
    const hasFewParts = ({ genres }: Film) =>
      ["animation", "documentary", "short", "silent"].some((genre) => genres.includes(genre));
    expect(offenders((film) => film.cast.length < 2 && !hasFewParts(film))).toEqual([]);
    expect(films.filter((film) => film.cast.length === 6).length).toBeGreaterThan(0.85 * films.length);
    const parts = films.filter((film) => !film.genres.includes("documentary")).flatMap((film) => film.cast);
    expect(parts.filter(({ character }) => character !== undefined).length).toBeGreaterThan(0.97 * parts.length);
  });

  it("have writers, unless they are documentaries or told without a script", () => {
    expect(films.filter((film) => film.writers.length > 0).length).toBeGreaterThan(0.97 * films.length);
  });

  it("repeat no name within a list and none of their genres among the themes", () => {
    expect(
      offenders((film) =>
        [
          film.directors,
          film.writers,
          film.cast.map(({ name }) => name),
          film.genres,
          film.themes,
          film.countries,
          film.languages,
        ].some((list) => repeated(list).length > 0),
      ),
    ).toEqual([]);
    expect(offenders((film) => film.themes.some((theme) => film.genres.includes(theme)))).toEqual([]);
  });

  it("have themes that join them: none of one film alone", () => {
    const themes = films.flatMap((film) => film.themes);
    expect([...new Set(themes)].filter((theme) => themes.indexOf(theme) === themes.lastIndexOf(theme))).toEqual([]);
  });

  it("name an original title only where it differs", () => {
    expect(offenders((film) => film.originalTitle?.toLowerCase() === film.title.toLowerCase())).toEqual([]);
  });

  it("give each main genre enough films for a row", () => {
    const main =
      "action adventure animation children comedy crime documentary drama fantasy film-noir horror musical mystery " +
      "romance science-fiction thriller war western";
    const counts = main.split(" ").map((slug) => [slug, films.filter(({ genres }) => genres.includes(slug)).length]);
    expect(counts.filter(([, count]) => Number(count) < 20)).toEqual([]);
  });
});
