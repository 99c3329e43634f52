import { describe, expect, it } from "vitest";
import { createFindings } from "../readers/findings.ts";
import { movie } from "../testing/movies.ts";
import { unpaired } from "./film-pairs.ts";
import { matchFilms } from "./match-films.ts";
import { asCatalogMovie } from "./merge-films.ts";
import { titleKey } from "./title-keys.ts";

type Film = ReturnType<typeof movie>;

function match(known: readonly Film[], fresh: readonly Film[]) {
  const findings = createFindings();
  const pairs = matchFilms(
    known.map((film) => asCatalogMovie(film, "ml-25m")),
    fresh.map((film) => asCatalogMovie(film, "tmdb-5000")),
    findings,
  );
  return { ...pairs, findings: findings.list().map(({ rule }) => rule) };
}

const rulesOf = (known: readonly Film[], fresh: readonly Film[]) => match(known, fresh).rules;

function pair(wanted: Film, ...films: Film[]) {
  const { freshOf, rules } = match([wanted], films);
  return freshOf[0] === unpaired ? null : [films[freshOf[0]].title, films[freshOf[0]].year, rules[0]];
}

describe("title keys", () => {
  it.each([
    ["The Matrix", "Matrix"],
    ["Dumb & Dumber", "Dumb and Dumber"],
    ["Rocky III", "Rocky 3"],
    ["Dr. Strangelove", "Doctor Strangelove"],
    ["Léon", "Leon"],
    ["Ghost Busters", "Ghostbusters"],
    ["Alien vs. Predator", "Alien versus Predator"],
  ])("%s is %s", (one, other) => expect(titleKey(one)).toBe(titleKey(other)));

  it("a numeral in front is a title", () => expect(titleKey("X")).not.toBe(titleKey("10")));
});

describe("by titles and years", () => {
  it("takes the title of the year, not the remake", () => {
    expect(pair(movie("Sabrina", 1995), movie("Sabrina", 1954), movie("Sabrina", 1995))).toEqual([
      "Sabrina",
      1995,
      "title and year",
    ]);
  });

  it("takes a year that a film may be dated to", () => {
    const late = movie("The Hurt Locker", 2009, { otherYears: [2008] });
    expect(pair(movie("The Hurt Locker", 2008), late)).toEqual(["The Hurt Locker", 2009, "title and year"]);
  });

  it.each([
    [movie("Dracula", 1992, { originalTitle: "Bram Stoker's Dracula" }), movie("Bram Stoker's Dracula", 1992)],
    [movie("Twelve Monkeys", 1995, { otherTitles: ["12 Monkeys"] }), movie("12 Monkeys", 1995)],
    [movie("12 Monkeys", 1995), movie("Twelve Monkeys", 1995, { otherTitles: ["12 Monkeys"] })],
    [movie("Seven Samurai", 1954, { originalTitle: "Shichinin no samurai" }), movie("Shichinin no samurai", 1954)],
  ])("knows original and other titles ($title)", (one, other) => {
    expect(pair(one, other)?.[2]).toBe("other title and year");
  });

  it("allows a year off when only one film is there, with the same article", () => {
    expect(pair(movie("Porky's", 1982), movie("Porky's", 1981))?.[2]).toBe("title, a year off");
    expect(pair(movie("Porky's", 1982), movie("Porky's", 1981), movie("Porky's", 1983))).toBeNull();
    expect(pair(movie("Oscar", 1967), movie("The Oscar", 1966))).toBeNull();
    expect(pair(movie("Porky's", 1983), movie("Porky's", 1981))).toBeNull();
  });

  it("does not take a film a year off that another film matches exactly", () => {
    expect(rulesOf([movie("Hero", 1992), movie("Hero", 1993)], [movie("Hero", 1992)])).toEqual([
      "title and year",
      null,
    ]);
  });

  it("knows parts of titles, but not of foreign ones", () => {
    expect(pair(movie("Star Wars: Episode IV - A New Hope", 1977), movie("Star Wars", 1977))?.[2]).toBe(
      "part of the title and year",
    );
    expect(pair(movie("Animal House", 1978), movie("National Lampoon's Animal House", 1978))?.[2]).toBe(
      "part of the title and year",
    );
    const foreign = movie("Aguirre: The Wrath of God", 1972, { originalTitle: "Aguirre, der Zorn Gottes" });
    expect(pair(foreign, movie("The Wrath of God", 1972))).toBeNull();
    expect(pair(movie("The Wrath of God", 1972), foreign)).toBeNull();
  });

  it("leaves two films of one title and year alone", () => {
    const [one, other] = [movie("Hamlet", 1996, { sourceKey: "a" }), movie("Hamlet", 1996, { sourceKey: "b" })];
    expect(pair(movie("Hamlet", 1996), one, other)).toBeNull();
  });

  it("gives a film without ids to both that a source lists twice, one with an id to none", () => {
    const twice = [movie("Emma", 1996, { sourceKey: "a" }), movie("Emma", 1996, { sourceKey: "b" })];
    expect(match(twice, [movie("Emma", 1996)])).toMatchObject({
      freshOf: Int32Array.of(0, 0),
      knownOf: Int32Array.of(0),
    });
    expect(rulesOf(twice, [movie("Emma", 1996, { tmdbId: 3573 })])).toEqual([null, null]);
  });

  it("keeps films with different ids apart", () => {
    expect(pair(movie("Crash", 2004, { tmdbId: 1640 }), movie("Crash", 2004, { tmdbId: 7 }))).toBeNull();
  });
});

describe("by ids", () => {
  it("takes an IMDb or a TMDB id, whatever the title", () => {
    expect(pair(movie("One", 1999, { imdbId: "tt0000001" }), movie("Two", 1990, { imdbId: "tt0000001" }))?.[2]).toBe(
      "IMDb or TMDB id",
    );
    expect(pair(movie("One", null, { tmdbId: 7 }), movie("Two", 1990, { tmdbId: 7 }))?.[2]).toBe("IMDb or TMDB id");
  });

  const one = movie("One", 1999, { imdbId: "tt0000001", tmdbId: 1 });
  const two = movie("Two", 1990, { imdbId: "tt0000002", tmdbId: 2 });

  it("keeps apart a film that two ids lead to two films for", () => {
    const { rules, findings } = match([one, two], [movie("Three", 1980, { imdbId: "tt0000001", tmdbId: 2 })]);
    expect(rules).toEqual([null, null]);
    expect(findings).toEqual(["IMDb and TMDB ids contradict each other: kept apart"]);
  });

  it("lets title and year decide where ids contradict each other", () => {
    const { freshOf, findings } = match([one, two], [movie("Two", 1991, { imdbId: "tt0000001", tmdbId: 2 })]);
    expect([...freshOf]).toEqual([unpaired, 0]);
    expect(findings).toEqual(["IMDb and TMDB ids contradict each other: title and year decide"]);
  });

  it("leaves an id that two films share alone", () => {
    const copy = movie("Copy", 1999, { tmdbId: 1 });
    expect(rulesOf([one, copy], [movie("Other", 1970, { tmdbId: 1 })])).toEqual([null, null]);
  });
});

describe("by source key", () => {
  const known = asCatalogMovie(movie("Old title", 1950, { sourceKey: "7" }), "ml-25m");

  it("takes the film that the source named before, whatever has changed", () => {
    const findings = createFindings();
    const renamed = asCatalogMovie(movie("New title", 1999, { sourceKey: "7", tmdbId: 1 }), "ml-25m");
    expect(matchFilms([known], [renamed], findings).rules).toEqual(["source key"]);
    const elsewhere = asCatalogMovie(movie("New title", 1999, { sourceKey: "7" }), "tmdb-5000");
    expect(matchFilms([known], [elsewhere], findings).rules).toEqual([null]);
    expect(findings.list()).toEqual([]);
  });

  it("never makes one of two films that are stored", () => {
    const findings = createFindings();
    const other = asCatalogMovie(movie("Old title", 1950, { sourceKey: "9" }), "tmdb-5000");
    const both = { ...known, keys: { "ml-25m": "7", "tmdb-5000": "9" } };
    expect([...matchFilms([known, other], [both], findings).freshOf]).toEqual([0, unpaired]);
    expect(findings.list()).toMatchObject([{ rule: "film stored twice under keys of several sources: kept apart" }]);
  });
});
