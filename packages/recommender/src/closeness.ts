// The first personal list: what most viewers rate highly, ordered by how near it is to the little we know of a taste.
import { type EngineName, topItems } from "@matinee/engines";
import type { Candidates } from "./candidates.ts";
import { excludedItems } from "./exclusions.ts";
import type { KnownRating } from "./profile.ts";
import type { IndexedModel, IndexedModels } from "./snapshot-index.ts";

/** Closeness only reorders the best films: this share of the catalog by Bayesian average, at least so many. */
const POOL_SHARE = 0.05;
const POOL_AT_LEAST = 100;

/** With n ratings closeness counts n / (n + 2): a third after the first, three fifths after the third. */
const HALF_PERSONAL_AT = 2;

/** The rating that speaks neither for nor against a film. */
const NEUTRAL_STARS = 3;

const closenessEngines: readonly EngineName[] = ["item-knn", "content-embedding"];

/** The most highly rated films, scored by their Bayesian average and by each engine's closeness to the viewer's ratings. */
export function gatherCloseCandidates(
  models: IndexedModels,
  statistical: IndexedModel,
  ratings: readonly KnownRating[],
  excluded: Uint8Array,
  { atLeast }: { readonly atLeast: number },
): Candidates {
  const itemScores = statistical.model.recommends!.scoreItems({
    items: new Int32Array(),
    stars: new Float32Array(),
    ratedAt: new Float64Array(),
  });
  const limit = Math.max(POOL_AT_LEAST, atLeast, Math.round(POOL_SHARE * excluded.length));
  const { items } = topItems(itemScores, { limit, excluded: excludedItems(statistical, excluded) });
  const movies = Int32Array.from(items, (item) => statistical.movieOfItem[item]).sort();

  const close = closenessEngines.flatMap((engine) => {
    const parts = models[engine] ? closenessParts(models[engine], ratings, movies) : [];
    return parts.length === 0 ? [] : [{ engine, scores: sumOf(parts, movies.length) }];
  });
  const closenessWeight = close.length === 0 ? 0 : ratings.length / (ratings.length + HALF_PERSONAL_AT);
  const quality = Float32Array.from(movies, (movie) => itemScores[statistical.itemOfMovie[movie]]);
  return {
    movies,
    scored: [
      { engine: statistical.engine, weight: 1 - closenessWeight, scores: quality },
      ...close.map(({ engine, scores }) => ({ engine, weight: closenessWeight / close.length, scores })),
    ],
  };
}

export interface ClosenessPart {
  readonly rating: KnownRating;
  /** What this rating adds to each movie's closeness. */
  readonly values: Float32Array;
}

/**
 * Closeness of a movie = Σ wᵢ · similarity(i, movie) / Σ |wᵢ| over the viewer's ratings i with wᵢ = stars − 3: near to
 * what was liked and far from what was not. One part per rating that says something and that the engine knows.
 */
export function closenessParts(
  indexed: IndexedModel,
  ratings: readonly KnownRating[],
  movies: Int32Array,
): readonly ClosenessPart[] {
  const { findsSimilar } = indexed.model;
  if (!findsSimilar) return [];
  const telling = ratings.filter(({ movie, stars }) => stars !== NEUTRAL_STARS && indexed.itemOfMovie[movie] >= 0);
  const total = telling.reduce((sum, { stars }) => sum + Math.abs(stars - NEUTRAL_STARS), 0);

  const excluded = new Uint8Array(indexed.movieOfItem.length).fill(1);
  const position = new Int32Array(indexed.movieOfItem.length);
  for (const [index, movie] of movies.entries()) {
    const item = indexed.itemOfMovie[movie];
    if (item < 0) continue;
    excluded[item] = 0;
    position[item] = index;
  }
  return telling.map((rating) => {
    const weight = (rating.stars - NEUTRAL_STARS) / total;
    const item = indexed.itemOfMovie[rating.movie];
    const similar = findsSimilar.similarItems(item, { limit: movies.length, excluded });
    const values = new Float32Array(movies.length);
    for (const [index, other] of similar.items.entries()) values[position[other]] = weight * similar.scores[index];
    return { rating, values };
  });
}

function sumOf(parts: readonly ClosenessPart[], length: number): Float32Array {
  const sum = new Float32Array(length);
  for (const { values } of parts) {
    for (let index = 0; index < length; index++) sum[index] += values[index];
  }
  return sum;
}
