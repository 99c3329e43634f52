import type { Catalog, CatalogMovie, CatalogSource, RatingStream, SourceReview } from "../catalog.types.ts";
import { addTreatments, countMissing } from "../cleaning/count-missing.ts";
import { combineFingerprints, type ReadSource } from "../read-sources.ts";
import { createFindings, type Findings } from "../readers/findings.ts";
import { asCatalogMovie } from "./merge-films.ts";
import { absent, mergeLists } from "./merge-lists.ts";

/** Sources that bring no films of their own where there are others. */
const supplements = new Set(["wikipedia"]);

/**
 * Puts sources together into one catalog, in their order but for those that only fill in, which come last.
 * @param stored films that the database has: they take part as if they were named first, and of them the catalog has
 *   those that a source names
 */
export function mergeSources(sources: readonly ReadSource[], stored: readonly CatalogMovie[] = []): Catalog {
  const findings = createFindings();
  for (const source of sources) source.findings.forEach(findings.addAll);
  const ordered = [
    ...sources.filter(({ supplement }) => !supplement),
    ...sources.filter(({ supplement }) => supplement),
  ];
  const placesOf = new Map<ReadSource, Int32Array>();
  const countsOf = new Map<ReadSource, Pick<CatalogSource, "matched" | "added">>();
  let movies: readonly CatalogMovie[] = stored;
  for (const source of ordered) {
    const fresh = source.movies.map((movie) => asCatalogMovie(movie, source.name));
    const merged = mergeLists(movies, fresh, { adds: !source.supplement || movies.every(isSupplementary) });
    merged.findings.forEach(findings.addAll);
    countsOf.set(source, { matched: merged.matched, added: merged.movies.length - movies.length });
    placesOf.set(source, merged.places);
    movies = merged.movies;
  }
  const reviews = ordered.flatMap((source) => placeReviews(source, movies, findings));
  const touched = new Uint8Array(movies.length).fill(1, stored.length);
  for (const places of placesOf.values()) {
    for (const place of places) if (place !== absent) touched[place] = 1;
  }
  for (const { movie } of reviews) touched[movie] = 1;
  const { kept, newPlaces } = compact(movies, touched);
  return {
    name: sources.map(({ name }) => name).join(" + "),
    fingerprint: combineFingerprints(sources.map(({ fingerprint }) => fingerprint)),
    sources: sources.map((source) => describe(source, reviews, countsOf.get(source)!)),
    movies: kept,
    ratings: ordered.flatMap((source) => {
      const places = placesOf.get(source)?.map((place) => newPlaces[place] ?? absent);
      return source.ratings && places ? [relocated(source.ratings, places)] : [];
    }),
    reviews: reviews.map((review) => ({ ...review, movie: newPlaces[review.movie] })),
    findings: findings.list(),
    treatments: [...addTreatments(sources.flatMap(({ treatments }) => treatments)), ...countMissing(kept)],
  };
}

const isSupplementary = ({ keys }: CatalogMovie) => Object.keys(keys).every((source) => supplements.has(source));

function describe(
  { name, fingerprint, terms, movies, reviews }: ReadSource,
  placed: readonly SourceReview[],
  counts: Pick<CatalogSource, "matched" | "added">,
): CatalogSource {
  if (movies.length > 0 || reviews.length === 0)
    return { name, fingerprint, terms, movieCount: movies.length, ...counts };
  const movieCount = new Set(reviews.map(({ imdbId }) => imdbId)).size;
  const matched = new Set(placed.filter(({ source }) => source === name).map(({ movie }) => movie)).size;
  return { name, fingerprint, terms, movieCount, matched, added: 0 };
}

function placeReviews(
  { name, reviews }: ReadSource,
  movies: readonly CatalogMovie[],
  findings: Findings,
): SourceReview[] {
  const byImdb = new Map(movies.map(({ imdbId }, index) => [imdbId, index]));
  return reviews.flatMap(({ imdbId, ...review }) => {
    const movie = byImdb.get(imdbId);
    if (movie !== undefined) return [{ ...review, movie, source: name, author: null, writtenAt: null }];
    findings.add("review of a film that is in no other source: left out", imdbId);
    return [];
  });
}

function compact(movies: readonly CatalogMovie[], touched: Uint8Array) {
  const kept: CatalogMovie[] = [];
  const newPlaces = new Int32Array(movies.length).fill(absent);
  for (const [place, movie] of movies.entries()) {
    if (touched[place] === 0) continue;
    newPlaces[place] = kept.length;
    kept.push(movie);
  }
  return { kept, newPlaces };
}

/** A stream whose movies are indexes into the catalog rather than into its source. */
function relocated(stream: RatingStream, places: Int32Array): RatingStream {
  return {
    ...stream,
    async *chunks(options) {
      for await (const chunk of stream.chunks(options)) {
        yield { ...chunk, movies: chunk.movies.map((movie) => places[movie]) };
      }
    },
  };
}
