import { describe, expect, it } from "vitest";
import { formatRatingCount, formatRuntime, listNames, trailerSearchUrl } from "./film.ts";

describe("facts of a film", () => {
  it("gives the length in hours and minutes", () => {
    expect([52, 60, 117].map(formatRuntime)).toEqual(["52 min", "1 h", "1 h 57 min"]);
  });

  it("counts ratings in words", () => {
    expect([0, 1, 1204].map(formatRatingCount)).toEqual(["no ratings yet", "1 rating", "1,204 ratings"]);
  });

  it("joins names", () => {
    expect(listNames([{ name: "Ethan Coen" }, { name: "Joel Coen" }])).toBe("Ethan Coen and Joel Coen");
  });

  it("looks for the trailer by title and year, and by title alone where the year is unknown", () => {
    expect(trailerSearchUrl({ title: "Alien & Co", year: 1979 })).toBe(
      "https://www.youtube.com/results?search_query=Alien+%26+Co+1979+trailer",
    );
    expect(trailerSearchUrl({ title: "Alien", year: null })).toMatch(/search_query=Alien\+trailer$/);
  });
});
