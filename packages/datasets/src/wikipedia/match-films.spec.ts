import { describe, expect, it } from "vitest";
import { film, movie } from "../testing/movies.ts";
import { matchFilms } from "./match-films.ts";
import { titleKey } from "./title-keys.ts";

const pair = (wanted: ReturnType<typeof movie>, ...films: ReturnType<typeof film>[]) => {
  const match = matchFilms([wanted], films)[0];
  return match && [match.film.title, match.film.year, match.rule];
};

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

describe("matching", () => {
  it("takes the title of the year, not the remake", () => {
    expect(pair(movie("Sabrina", 1995), film("Sabrina", 1954), film("Sabrina", 1995))).toEqual([
      "Sabrina",
      1995,
      "title and year",
    ]);
  });

  it("believes the year in the extract where the list has that of the American release", () => {
    const late = film("The Hurt Locker", 2009, { extract: "The Hurt Locker is a 2008 American war film." });
    expect(pair(movie("The Hurt Locker", 2008), late)).toEqual(["The Hurt Locker", 2009, "title and year"]);
  });

  it("knows original and other titles", () => {
    expect(
      pair(
        movie("Dracula", 1992, { originalTitle: "Bram Stoker's Dracula" }),
        film("Bram Stoker's Dracula", 1992),
      )?.[2],
    ).toBe("other title and year");
    expect(pair(movie("Twelve Monkeys", 1995, { otherTitles: ["12 Monkeys"] }), film("12 Monkeys", 1995))?.[2]).toBe(
      "other title and year",
    );
  });

  it("allows a year off when only one film is there, with the same article", () => {
    expect(pair(movie("Porky's", 1982), film("Porky's", 1981))?.[2]).toBe("title, a year off");
    expect(pair(movie("Porky's", 1982), film("Porky's", 1981), film("Porky's", 1983))).toBeNull();
    expect(pair(movie("Oscar", 1967), film("The Oscar", 1966))).toBeNull();
    expect(pair(movie("Porky's", 1983), film("Porky's", 1981))).toBeNull();
  });

  it("does not take a film a year off that another movie matches exactly", () => {
    const matches = matchFilms([movie("Hero", 1992), movie("Hero", 1993)], [film("Hero", 1992)]);
    expect(matches.map((match) => match?.rule)).toEqual(["title and year", undefined]);
  });

  it("knows parts of titles, but not of foreign ones", () => {
    expect(pair(movie("Star Wars: Episode IV - A New Hope", 1977), film("Star Wars", 1977))?.[2]).toBe(
      "part of the title and year",
    );
    expect(pair(movie("Animal House", 1978), film("National Lampoon's Animal House", 1978))?.[2]).toBe(
      "part of the title and year",
    );
    const foreign = movie("Aguirre: The Wrath of God", 1972, { originalTitle: "Aguirre, der Zorn Gottes" });
    expect(pair(foreign, film("The Wrath of God", 1972))).toBeNull();
  });

  it("leaves two films of one title and year alone, unless they are one page", () => {
    const [one, other] = [film("Hamlet", 1996, { href: "Hamlet_(a)" }), film("Hamlet", 1996, { href: "Hamlet_(b)" })];
    expect(pair(movie("Hamlet", 1996), one, other)).toBeNull();
    expect(pair(movie("Hamlet", 1996), one, { ...one, cast: ["Kenneth Branagh"] })?.[2]).toBe("title and year");
  });

  it("gives a film to both movies that a source lists twice", () => {
    const matches = matchFilms([movie("Emma", 1996), movie("Emma", 1996)], [film("Emma", 1996)]);
    expect(matches.map((match) => match?.film.title)).toEqual(["Emma", "Emma"]);
  });
});
