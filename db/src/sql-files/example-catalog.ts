import type { CatalogImport, ImportedMovie } from "../repositories/import.types.ts";

/** Two films and three viewers; the first two viewers rated the same film. */
export const exampleCatalog: CatalogImport = {
  name: "example",
  sourceName: "example",
  fingerprint: "example",
  terms: "",
  startedAt: new Date(0),
  findings: [],
  genres: [{ slug: "drama", name: "Drama" }],
  movies: [exampleMovie(1), exampleMovie(2)],
  viewerKeys: ["example:1", "example:2", "example:3"],
  ratings: {
    viewers: Int32Array.of(0, 1),
    movies: Int32Array.of(0, 0),
    halfStars: Uint8Array.of(8, 6),
    ratedAt: Float64Array.of(1_000_000_000, 1_000_000_001),
  },
  priorWeight: 1,
};

function exampleMovie(index: number): ImportedMovie {
  return {
    sourceKey: String(index),
    slug: `example-${1949 + index}`,
    title: "Example",
    originalTitle: null,
    year: 1949 + index,
    overview: null,
    runtimeMinutes: null,
    imdbId: `tt000000${index}`,
    tmdbId: index,
    wikipediaPage: null,
    thumbnail: null,
    directors: [],
    castNames: [],
    countries: [],
    languages: [],
    themes: [],
    genres: ["drama"],
    normalized: { title: "example", originalTitle: "", people: "", themes: "drama", overview: "" },
  };
}
