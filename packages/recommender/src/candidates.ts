// What each engine would put forward, and what every engine says about all that was put forward.

import { type EngineName, topItems } from "@matinee/engines";
import type { WeightedModel } from "./blend-weights.ts";
import { excludedItems } from "./exclusions.ts";
import type { ScoredProfile } from "./scored-profile.ts";
import type { IndexedModel } from "./snapshot-index.ts";

/** How many movies each engine puts forward at least. */
const CANDIDATES_PER_ENGINE = 200;

/** One engine's own scores of the candidates, in their order; NaN where it does not know the movie. */
export interface CandidateScores {
  readonly engine: EngineName;
  readonly weight: number;
  readonly scores: Float32Array;
}

export interface Candidates {
  /** Catalog indexes, ascending. */
  readonly movies: Int32Array;
  readonly scored: readonly CandidateScores[];
}

/** The union of what the engines rank first, each scored by all of them. */
export function gatherCandidates(
  models: readonly WeightedModel[],
  profile: ScoredProfile,
  excluded: Uint8Array,
  { atLeast }: { readonly atLeast: number },
): Candidates {
  const limit = Math.max(CANDIDATES_PER_ENGINE, atLeast);
  const putForward = new Set<number>();
  const ranked = models.map(({ indexed, weight }) => {
    const itemScores = profile.scoresOf(indexed);
    const { items } = topItems(itemScores, { limit, excluded: excludedItems(indexed, excluded) });
    for (const item of items) putForward.add(indexed.movieOfItem[item]);
    return { indexed, weight, itemScores };
  });
  const movies = Int32Array.from(putForward).sort();
  const scored = ranked.map(({ indexed, weight, itemScores }) => ({
    engine: indexed.engine,
    weight,
    scores: scoresOfMovies(indexed, itemScores, movies),
  }));
  return { movies, scored };
}

/** An item's score for each movie of the catalog asked for; NaN where the model does not know the movie. */
export function scoresOfMovies(
  { itemOfMovie }: IndexedModel,
  itemScores: Float32Array,
  movies: Int32Array,
): Float32Array {
  const scores = new Float32Array(movies.length);
  for (let position = 0; position < movies.length; position++) {
    const item = itemOfMovie[movies[position]];
    scores[position] = item < 0 ? Number.NaN : itemScores[item];
  }
  return scores;
}
