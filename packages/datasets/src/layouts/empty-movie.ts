import type { SourceMovie } from "../dataset.types.ts";

/** A film of which nothing but its name is told yet. */
export const emptyMovie = {
  originalTitle: null,
  year: null,
  genres: [],
  imdbId: null,
  tmdbId: null,
  overview: null,
  runtimeMinutes: null,
  directors: [],
  writers: [],
  cast: [],
  countries: [],
  languages: [],
  themes: [],
  wikipediaPage: null,
  thumbnail: null,
} satisfies Omit<SourceMovie, "sourceKey" | "title">;
