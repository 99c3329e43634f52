import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { films } from "./films.ts";

const folder = new URL("./films/", import.meta.url);

/** "title (year)" of the films that break a rule, so that a failure names them. */
function offenders(breaks: (film: (typeof films)[number]) => boolean): string[] {
  return films.filter(breaks).map((film) => `${film.title} (${film.year})`);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe("the sampler's films", () => {
  it("are 200, from 1902 on, with at least 30 before 1960 and 60 not in English", () => {
    expect(films).toHaveLength(200);
    expect(Math.min(...films.map((film) => film.year))).toBe(1902);
    expect(films.filter((film) => film.year < 1960).length).toBeGreaterThanOrEqual(30);
    expect(films.filter((film) => film.languages[0] !== "English").length).toBeGreaterThanOrEqual(60);
  });

  it("stand in the file of their years, in order, and every file is read", () => {
    const filed = readdirSync(folder).flatMap((file) => {
      const [from, to] = file.match(/\d{4}/g)!.map(Number);
      const years = (JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { year: number }[]).map(
        (film) => film.year,
      );
      expect(
        years.filter((year) => year < from || year > to),
        file,
      ).toEqual([]);
      expect(years, file).toEqual([...years].sort());
      return years;
    });
    expect(films).toHaveLength(filed.length);
  });

  it("are there once each, by title and year and by IMDb id", () => {
    expect(repeated(films.map((film) => `${film.title} ${film.year}`))).toEqual([]);
    expect(repeated(films.flatMap((film) => film.imdbId ?? []))).toEqual([]);
  });

  it("have overviews of one sentence with 20 to 35 words, each its own", () => {
    expect(
      offenders(({ overview }) => {
        const words = overview.split(" ").length;
        return words < 20 || words > 35 || !/^[A-Z].*\w\.$/.test(overview);
      }),
    ).toEqual([]);
    expect(repeated(films.map((film) => film.overview))).toEqual([]);
  });

  it("have two to four leading actors; cartoons and documentaries may have fewer", () => {
    const freely = (film: (typeof films)[number]) =>
      film.genres.includes("documentary") || film.genres.includes("animation");
    expect(offenders((film) => film.cast.length < 2 && !freely(film))).toEqual([]);
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

  it("name an original title only where it differs", () => {
    expect(offenders((film) => film.originalTitle?.toLowerCase() === film.title.toLowerCase())).toEqual([]);
  });

  it("give each main genre enough films for a row", () => {
    const main =
      "action adventure animation children comedy crime documentary drama fantasy film-noir horror musical mystery " +
      "romance science-fiction thriller war western";
    const counts = main.split(" ").map((slug) => [slug, films.filter(({ genres }) => genres.includes(slug)).length]);
    expect(counts.filter(([, count]) => Number(count) < 9)).toEqual([]);
  });
});
