import { describe, expect, it } from "vitest";
import { genres } from "../genres/genres.ts";
import { films } from "./films.ts";
import { sampler } from "./sampler.ts";

const catalog = sampler();

describe("sampler", () => {
  it("is a whole catalog", () => {
    expect(catalog.name).toBe("sampler");
    expect(catalog.terms).toContain("MIT");
    expect(catalog.findings).toEqual([]);
    expect(catalog.movies).toHaveLength(films.length);
    expect(new Set(catalog.viewerKeys).size).toBe(2_200);
    expect(catalog.ratings.movies.every((movie) => movie >= 0 && movie < films.length)).toBe(true);
    expect(catalog.ratings.viewers.every((viewer) => viewer >= 0 && viewer < 2_200)).toBe(true);
  });

  it("has a key of its own for each film, also for two of one title", () => {
    const keys = catalog.movies.map((movie) => movie.sourceKey);
    expect(new Set(keys).size).toBe(films.length);
    expect(keys).toEqual(expect.arrayContaining(["beauty-and-the-beast-1946", "beauty-and-the-beast-1991"]));
  });

  it("takes its genres from the catalog's vocabulary", () => {
    const metropolis = catalog.movies.find((movie) => movie.title === "Metropolis");
    expect(metropolis?.genres).toEqual([
      { slug: "drama", name: "Drama" },
      { slug: "science-fiction", name: "Science Fiction" },
      { slug: "silent", name: "Silent" },
    ]);
    expect(catalog.movies.every((movie) => movie.genres.every((genre) => genres.includes(genre)))).toBe(true);
  });

  it("is the same each time, fingerprint included", () => {
    const again = sampler();
    expect(again.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(again).toEqual(catalog);
  });
});
