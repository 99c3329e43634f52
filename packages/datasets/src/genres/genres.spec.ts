import { expect, it } from "vitest";
import { genres, mapGenres } from "./genres.ts";

it("has at most 32 genres, each slug once", () => {
  expect(genres.length).toBeLessThanOrEqual(32);
  expect(new Set(genres.map((genre) => genre.slug)).size).toBe(genres.length);
});

it("maps the sources' words, drops what is no genre, names what is unknown", () => {
  expect(mapGenres(["Sci-Fi", "Children's", "Family", "IMAX", "Film-Noir", "Noir", "Jazz"])).toEqual({
    genres: [
      { slug: "children", name: "Children" },
      { slug: "film-noir", name: "Film-Noir" },
      { slug: "science-fiction", name: "Science Fiction" },
    ],
    unknown: ["Jazz"],
  });
});
