// A small catalog with all columns filled, the same on every run.
import type { CatalogImport, ImportedMovie } from "../../db/src/index.ts";

export interface CatalogSize {
  readonly movies: number;
  readonly viewers: number;
  readonly ratingsPerViewer: number;
}

const genres = [
  { slug: "drama", name: "Drama" },
  { slug: "comedy", name: "Comedy" },
  { slug: "science-fiction", name: "Science Fiction" },
];

/** Movie m: "Film m" of 1960 + m, every third a comedy, every fifth science fiction; all are dramas. */
export function smallCatalog({ movies, viewers, ratingsPerViewer }: CatalogSize): CatalogImport {
  const count = viewers * ratingsPerViewer;
  const ratings = {
    viewers: new Int32Array(count),
    movies: new Int32Array(count),
    halfStars: new Uint8Array(count),
    ratedAt: new Float64Array(count),
  };
  for (let index = 0; index < count; index++) {
    const viewer = Math.floor(index / ratingsPerViewer);
    ratings.viewers[index] = viewer;
    ratings.movies[index] = (viewer + (index % ratingsPerViewer)) % movies;
    ratings.halfStars[index] = 1 + ((index * 7) % 10);
    ratings.ratedAt[index] = 1_000_000_000 + index * 3_600;
  }
  return {
    name: "small",
    sourceName: "small",
    fingerprint: "fingerprint-of-small",
    terms: "Made for tests.",
    startedAt: new Date("2026-01-01T00:00:00Z"),
    findings: [{ rule: "empty lines are skipped", count: 1, examples: ["line 3"] }],
    genres,
    movies: Array.from({ length: movies }, (_, index) => smallMovie(index)),
    viewerKeys: Array.from({ length: viewers }, (_, index) => `small:${index}`),
    ratings,
    priorWeight: 10,
  };
}

/** For a test that needs a film of its own: spread it and change what matters. */
export function smallMovie(index: number): ImportedMovie {
  return {
    sourceKey: String(index),
    slug: `film-${index}`,
    title: `Film ${index}`,
    originalTitle: index % 2 ? `Película ${index}` : null,
    year: 1960 + index,
    overview: index % 2 ? "A café in Kraków." : null,
    runtimeMinutes: 90 + index,
    imdbId: index % 2 ? `tt${String(index).padStart(7, "0")}` : null,
    tmdbId: index,
    wikipediaPage: null,
    thumbnail: index % 2 ? { url: "https://example.org/film.jpg", width: 200, height: 300 } : null,
    directors: ["Agnès Varda"],
    castNames: ["Corinne Marchand", "Antoine Bourseiller"],
    countries: ["France"],
    languages: [],
    themes: ["friendship"],
    genres: ["drama", ...(index % 3 ? [] : ["comedy"]), ...(index % 5 ? [] : ["science-fiction"])],
    normalized: {
      title: `film ${index}`,
      originalTitle: index % 2 ? `pelicula ${index}` : "",
      people: "agnes varda corinne marchand antoine bourseiller",
      themes: "drama friendship",
      overview: index % 2 ? "a cafe in krakow" : "",
    },
  };
}
