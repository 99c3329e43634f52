// The first personal list: what most viewers rate highly, ordered by how near it is to the little we know of a taste.
import { topItems } from "@matinee/engines";
import { rankingModels } from "./blend-weights.ts";
import { type CandidateScores, type Candidates, scoresOfMovies } from "./candidates.ts";
import { audienceEngine } from "./engine-families.ts";
import { excludedItems } from "./exclusions.ts";
import type { KnownRating } from "./profile.ts";
import type { ScoredProfile } from "./scored-profile.ts";
import type { IndexedModel, IndexedModels } from "./snapshot-index.ts";

/** Closeness only reorders the best films: this share of the catalog by Bayesian average, at least so many. */
const POOL_SHARE = 0.05;
const POOL_AT_LEAST = 100;

/** With n ratings closeness counts n / (n + 1): a half after the first, three quarters after the third. */
const HALF_PERSONAL_AT = 1;

/** The rating that speaks neither for nor against a film. */
const NEUTRAL_STARS = 3;

/** The most highly rated films, scored by their Bayesian average and by each engine's closeness to the viewer's ratings. */
export function gatherCloseCandidates(
  models: IndexedModels,
  statistical: IndexedModel,
  profile: ScoredProfile,
  excluded: Uint8Array,
  { atLeast }: { readonly atLeast: number },
): Candidates {
  const { ratings } = profile;
  const quality = profile.scoresOf(statistical);
  const limit = Math.max(POOL_AT_LEAST, atLeast, Math.round(POOL_SHARE * excluded.length));
  const { items } = topItems(quality, { limit, excluded: excludedItems(statistical, excluded) });
  const movies = Int32Array.from(items, (item) => statistical.movieOfItem[item]).sort();

  const close = [audienceCloseness(models, ratings, movies), contentCloseness(models, profile, movies)].filter(
    (scores) => scores !== undefined,
  );
  const closenessWeight = close.length === 0 ? 0 : ratings.length / (ratings.length + HALF_PERSONAL_AT);
  return {
    movies,
    scored: [
      {
        engine: statistical.engine,
        weight: 1 - closenessWeight,
        scores: scoresOfMovies(statistical, quality, movies),
      },
      ...close.map((scores) => ({ ...scores, weight: closenessWeight / close.length })),
    ],
  };
}

type Closeness = Omit<CandidateScores, "weight">;

function audienceCloseness(
  models: IndexedModels,
  ratings: readonly KnownRating[],
  movies: Int32Array,
): Closeness | undefined {
  const parts = audienceClosenessParts(models, ratings, movies);
  if (parts.length === 0) return undefined;
  const scores = Float32Array.from(movies, (_, index) => parts.reduce((sum, { values }) => sum + values[index], 0));
  return { engine: audienceEngine, scores };
}

export interface ClosenessPart {
  readonly rating: KnownRating;
  /** What this rating adds to each movie's closeness. */
  readonly values: Float32Array;
}

/**
 * Closeness by audience = Σ wᵢ · similarity(i, movie) / Σ |wᵢ| over the viewer's ratings i with wᵢ = stars − 3: near to
 * what was liked and far from what was not, which item-kNN's own score does not tell apart. One part per rating that
 * says something and that the engine knows.
 */
export function audienceClosenessParts(
  models: IndexedModels,
  ratings: readonly KnownRating[],
  movies: Int32Array,
): readonly ClosenessPart[] {
  const indexed = models[audienceEngine];
  if (!indexed?.model.findsSimilar) return [];
  const { findsSimilar } = indexed.model;
  const telling = ratings.filter(({ movie, stars }) => stars !== NEUTRAL_STARS && indexed.itemOfMovie[movie] >= 0);
  const total = telling.reduce((sum, { stars }) => sum + Math.abs(stars - NEUTRAL_STARS), 0);
  return telling.map((rating) => {
    const weight = (rating.stars - NEUTRAL_STARS) / total;
    const similarities = findsSimilar.similarities(indexed.itemOfMovie[rating.movie]);
    const values = Float32Array.from(movies, (movie) => {
      const item = indexed.itemOfMovie[movie];
      return item < 0 ? 0 : weight * similarities[item];
    });
    return { rating, values };
  });
}

/** The content engine's own score: what was liked attracts in it, what was disliked repels. */
function contentCloseness(models: IndexedModels, profile: ScoredProfile, movies: Int32Array): Closeness | undefined {
  const [indexed] = rankingModels(models, "content");
  if (!indexed) return undefined;
  if (profile.profileFor(indexed).items.length === 0) return undefined;
  return { engine: indexed.engine, scores: scoresOfMovies(indexed, profile.scoresOf(indexed), movies) };
}
