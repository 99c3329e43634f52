// A catalog of simulated films and ratings as the database's import takes it: ratings are made as they are asked for.
import type { CatalogImport, ImportedMovie, ImportedRatingChunk, ImportedRatingStream } from "@matinee/db";
import { derivePriorCount } from "@matinee/engines";
import { type Shape, simulateUsers } from "./simulated-ratings.ts";

const chunkSize = 500_000;
const source = "simulated";
const firstRatingAt = 789_652_009;
const secondsBetweenRatings = 31;
const genres = ["comedy", "drama", "horror", "mystery", "romance", "thriller", "war", "western"];

export function simulatedImport(shape: Shape, seed: number): CatalogImport {
  return {
    name: source,
    fingerprint: JSON.stringify([shape, seed]),
    terms: "Made for measuring.",
    startedAt: new Date(),
    findings: [],
    genres: genres.map((slug) => ({ slug, name: slug })),
    movies: Array.from({ length: shape.items }, (_, index) => simulatedMovie(index)),
    ratings: [simulatedStream(shape, seed)],
    reviews: [],
    derivePriorWeight: derivePriorCount,
  };
}

function simulatedStream(shape: Shape, seed: number): ImportedRatingStream {
  return {
    source,
    fingerprint: JSON.stringify([shape, seed]),
    async *chunks({ first }) {
      let index = 0;
      let count = 0;
      let chunk = emptyChunk();
      const take = (): ImportedRatingChunk => ({
        index,
        viewers: chunk.viewers.subarray(0, chunk.length),
        movies: chunk.movies.subarray(0, chunk.length),
        halfStars: chunk.halfStars.subarray(0, chunk.length),
        ratedAt: chunk.ratedAt.subarray(0, chunk.length),
        share: Math.min(1, count / shape.ratings),
        findings: [],
      });
      for (const { user, items, stars } of simulateUsers(shape, seed)) {
        for (const [row, item] of items.entries()) {
          chunk.viewers[chunk.length] = user + 1;
          chunk.movies[chunk.length] = item;
          chunk.halfStars[chunk.length] = 2 * stars[row]!;
          chunk.ratedAt[chunk.length] = firstRatingAt + count++ * secondsBetweenRatings;
          if (++chunk.length < chunkSize) continue;
          if (index >= first) yield take();
          index++;
          chunk = emptyChunk();
        }
      }
      if (chunk.length > 0 && index >= first) yield take();
    },
  };
}

const emptyChunk = () => ({
  length: 0,
  viewers: new Int32Array(chunkSize),
  movies: new Int32Array(chunkSize),
  halfStars: new Uint8Array(chunkSize),
  ratedAt: new Float64Array(chunkSize),
});

function simulatedMovie(index: number): ImportedMovie {
  const title = `Film ${index + 1}`;
  return {
    movieId: null,
    keys: { [source]: String(index + 1) },
    provenance: { title: source },
    slug: `film-${index + 1}`,
    title,
    originalTitle: null,
    year: 1920 + (index % 100),
    overview: null,
    runtimeMinutes: null,
    imdbId: `tt${String(index + 1).padStart(7, "0")}`,
    tmdbId: index + 1,
    wikipediaPage: null,
    thumbnail: null,
    tmdbPosterPath: null,
    votes: null,
    credits: [],
    countries: [],
    languages: [],
    themes: [],
    genres: [genres[index % genres.length]!],
    normalized: { title: title.toLowerCase(), originalTitle: "", people: "", themes: "", overview: "" },
  };
}
