import type { Catalog, ChunkOptions, RatingChunk } from "./catalog.types.ts";
import { countMissing } from "./cleaning/count-missing.ts";
import type { SourceCatalog } from "./dataset.types.ts";
import { asCatalogMovie } from "./merge/merge-films.ts";

const chunkSize = 500_000;

/** A source whose ratings are in memory, as a catalog; viewers are numbered as their keys are, else in their order. */
export function catalogOf(source: SourceCatalog): Catalog {
  const { name, fingerprint, terms, movies, findings } = source;
  const catalogMovies = movies.map((movie) => asCatalogMovie(movie, name));
  return {
    name,
    fingerprint,
    sources: [{ name, fingerprint, terms, movieCount: movies.length, matched: 0, added: movies.length }],
    movies: catalogMovies,
    ratings: [{ source: name, fingerprint, chunks: (options) => chunksOf(source, options) }],
    reviews: [],
    findings,
    treatments: countMissing(catalogMovies),
  };
}

async function* chunksOf(
  { viewerKeys, ratings }: SourceCatalog,
  { first = 0, signal }: ChunkOptions = {},
): AsyncGenerator<RatingChunk> {
  const { viewers, movies, halfStars, ratedAt } = ratings;
  const numbers = viewerKeys.map((key, index) => Number(/\d+$/.exec(key)?.[0] ?? index + 1));
  for (let from = first * chunkSize; from < viewers.length; from += chunkSize) {
    signal?.throwIfAborted();
    const to = from + chunkSize;
    yield {
      index: from / chunkSize,
      viewers: viewers.subarray(from, to).map((viewer) => numbers[viewer]),
      movies: movies.subarray(from, to),
      halfStars: halfStars.subarray(from, to),
      ratedAt: ratedAt.subarray(from, to),
      share: Math.min(1, to / viewers.length),
      findings: [],
    };
  }
}
