// Films like a film.
import { topItems } from "@matinee/engines";
import { audienceEngine, factsEngine, storyEngine } from "./engine-families.ts";
import { recentResults } from "./recent-results.ts";
import type { SimilarityBasis, SimilarMovie, Snapshot } from "./recommender.types.ts";
import { reasonOfLikeness } from "./similar-reason.ts";
import { contentLikeness, modelLikeness } from "./similarity-parts.ts";
import { findIndex } from "./snapshot-index.ts";

interface SimilarityRequest {
  readonly limit: number;
  readonly basis: SimilarityBasis;
}

/** Lists kept per snapshot: a few films are asked about far more often than the others. */
const recent = recentResults<string, readonly SimilarMovie[]>(500);

/**
 * The films most like a film, best first, at most `limit`, scores in [0, 1] and above 0. AUDIENCE: liked by the
 * same viewers; PLOT: near in the text of their overviews; CONTENT: people, genres, years and overviews; BLEND: AUDIENCE and
 * CONTENT. Empty where nothing is known, as for an unknown movie.
 */
export function findSimilarMovies(
  snapshot: Snapshot,
  movieId: number,
  request: SimilarityRequest,
): readonly SimilarMovie[] {
  const key = `${movieId} ${request.basis} ${request.limit}`;
  return recent(snapshot, key, () => rankByLikeness(snapshot, movieId, request));
}

function rankByLikeness(
  snapshot: Snapshot,
  movieId: number,
  { limit, basis }: SimilarityRequest,
): readonly SimilarMovie[] {
  const { catalog } = snapshot;
  const movie = findIndex(catalog.movieIds, movieId);
  if (movie < 0) return [];
  const audience =
    basis === "AUDIENCE" || basis === "BLEND" ? modelLikeness(snapshot, audienceEngine, movie) : undefined;
  const plot = basis === "AUDIENCE" ? undefined : modelLikeness(snapshot, storyEngine, movie);
  const content = basis === "CONTENT" || basis === "BLEND" ? likenessOfContent(snapshot, movie, plot) : undefined;
  const likeness = { AUDIENCE: audience, PLOT: plot, CONTENT: content, BLEND: mix(audience, content, movie) }[basis];
  if (!likeness) return [];

  const excluded = new Uint8Array(likeness.length);
  for (let other = 0; other < excluded.length; other++)
    excluded[other] = likeness[other] > 0 && other !== movie ? 0 : 1;
  const { items, scores } = topItems(likeness, { limit, excluded });
  return Array.from(items, (other, index) => ({
    movieId: catalog.movieIds[other],
    score: Math.min(1, scores[index]),
    reason: reasonOfLikeness(catalog, movie, other, { audience: audience?.[other], plot: plot?.[other], basis }),
  }));
}

/** Half what the films' facts have in common, famous films before others, half genres, years and plots alone. */
function likenessOfContent(
  snapshot: Snapshot,
  movie: number,
  plot: Float32Array | undefined,
): Float32Array | undefined {
  return mix(modelLikeness(snapshot, factsEngine, movie), contentLikeness(snapshot.catalog, movie, plot), movie);
}

/** Half and half, each first divided by its largest value; the one there is where the other is missing. */
function mix(one: Float32Array | undefined, other: Float32Array | undefined, movie: number): Float32Array | undefined {
  if (!one || !other) return one ?? other;
  const [ofOne, ofOther] = [one, other].map((likeness) => 0.5 / (largestBut(likeness, movie) || 1));
  return one.map((value, place) => ofOne * value + ofOther * other[place]);
}

function largestBut(values: Float32Array, left: number): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    if (index !== left && values[index] > largest) largest = values[index];
  }
  return largest;
}
