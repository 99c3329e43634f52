import { expect, it } from "vitest";
import { posterOf, posterPath } from "./poster-address.ts";

const film = {
  slug: "alien-1979",
  title: "Alien",
  year: 1979,
  tmdbPosterPath: "/alien.jpg",
  thumbnailUrl: "https://upload.wikimedia.org/a.jpg",
};

it("takes TMDB's poster before Wikipedia's, and draws one where there is neither", () => {
  const alt = "Poster of Alien (1979)";
  const api = "http://localhost:4000";
  expect(posterOf(film, api)).toEqual({ url: "https://image.tmdb.org/t/p/w342/alien.jpg", source: "TMDB", alt });
  expect(posterOf({ ...film, tmdbPosterPath: null }, api)).toEqual({
    url: film.thumbnailUrl,
    source: "WIKIPEDIA",
    alt,
  });
  expect(posterOf({ ...film, tmdbPosterPath: null, thumbnailUrl: null }, api)).toEqual({
    url: `${api}${posterPath("alien-1979")}`,
    source: "GENERATED",
    alt,
  });
});
