import type { CatalogImport, ImportedMovie, ImportedRatingChunk } from "../repositories/import.types.ts";

/** Two films and three viewers, who rated one film each; the first two the same. */
export const exampleCatalog: CatalogImport = {
  name: "example",
  fingerprint: "example",
  terms: "",
  startedAt: new Date(0),
  findings: [],
  genres: [{ slug: "drama", name: "Drama" }],
  movies: [exampleMovie(1), exampleMovie(2)],
  ratings: [{ source: "example", fingerprint: "example", chunks }],
  reviews: [],
  derivePriorWeight: () => 1,
};

async function* chunks(): AsyncIterable<ImportedRatingChunk> {
  yield {
    index: 0,
    viewers: Int32Array.of(1, 2, 3),
    movies: Int32Array.of(0, 0, 1),
    halfStars: Uint8Array.of(8, 6, 5),
    ratedAt: Float64Array.of(1_000_000_000, 1_000_000_001, 1_000_000_002),
    share: 1,
    findings: [],
  };
}

function exampleMovie(index: number): ImportedMovie {
  return {
    movieId: null,
    keys: { example: String(index) },
    provenance: {},
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
    tmdbPosterPath: null,
    votes: null,
    credits: [
      { name: "Some One", normalizedName: "some one", role: "director", character: null },
      { name: "Some Two", normalizedName: "some two", role: "cast", character: "Someone" },
    ],
    countries: [],
    languages: [],
    themes: [{ name: "friendship", relevance: 1 }],
    genres: ["drama"],
    normalized: { title: "example", originalTitle: "", people: "some one some two", themes: "drama", overview: "" },
  };
}
