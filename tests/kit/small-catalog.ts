// A small catalog with all columns filled, the same on every run.
import { createHash } from "node:crypto";
import type { CatalogImport, ImportedMovie, ImportedRatingChunk, ImportedRatingStream } from "../../db/src/index.ts";

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

type RatingColumns = Pick<ImportedRatingChunk, "viewers" | "movies" | "halfStars" | "ratedAt">;

/** Movie m: "Film m" of 1960 + m, every third a comedy, every fifth science fiction; all are dramas. */
export function smallCatalog(size: CatalogSize): CatalogImport {
  return {
    name: "small",
    fingerprint: "fingerprint-of-small",
    terms: "Made for tests.",
    startedAt: new Date("2026-01-01T00:00:00Z"),
    findings: [{ rule: "empty lines are skipped", count: 1, examples: ["line 3"] }],
    genres,
    movies: Array.from({ length: size.movies }, (_, index) => smallMovie(index)),
    ratings: [ratingStream("small", smallRatings(size))],
    reviews: [],
    derivePriorWeight: () => 10,
  };
}

/** The ratings of `smallCatalog`. */
export function smallRatings({ movies, viewers, ratingsPerViewer }: CatalogSize): RatingColumns {
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
  return ratings;
}

/** Ratings in chunks of so many. */
export function ratingStream(source: string, ratings: RatingColumns, chunkSize = 1_000): ImportedRatingStream {
  const { viewers, movies, halfStars, ratedAt } = ratings;
  return {
    source,
    fingerprint: createHash("sha256").update(viewers).update(movies).update(halfStars).update(ratedAt).digest("hex"),
    async *chunks({ first }) {
      for (let from = first * chunkSize; from < viewers.length; from += chunkSize) {
        const to = from + chunkSize;
        yield {
          index: from / chunkSize,
          viewers: viewers.slice(from, to),
          movies: movies.slice(from, to),
          halfStars: halfStars.slice(from, to),
          ratedAt: ratedAt.slice(from, to),
          share: Math.min(1, to / viewers.length),
          findings: [],
        };
      }
    },
  };
}

/** For a test that needs a film of its own: spread it and change what matters. */
export function smallMovie(index: number): ImportedMovie {
  return {
    movieId: null,
    keys: { small: String(index) },
    provenance: { title: "small" },
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
    tmdbPosterPath: null,
    votes: null,
    credits: [
      { name: "Agnès Varda", normalizedName: "agnes varda", role: "director", character: null },
      { name: "Corinne Marchand", normalizedName: "corinne marchand", role: "cast", character: "Cléo" },
      { name: "Antoine Bourseiller", normalizedName: "antoine bourseiller", role: "cast", character: null },
    ],
    countries: ["France"],
    languages: [],
    themes: [{ name: "friendship", relevance: 1 }],
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
