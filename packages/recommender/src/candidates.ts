// What each engine would put forward, and what every engine says about all that was put forward.

import type { EngineName } from "@matinee/engines";
import { topItems } from "@matinee/engines";
import type { WeightedModel } from "./blend-weights.ts";
import { excludedItems } from "./exclusions.ts";
import { engineProfile, type KnownRating } from "./profile.ts";

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
  ratings: readonly KnownRating[],
  excluded: Uint8Array,
  { atLeast }: { readonly atLeast: number },
): Candidates {
  const limit = Math.max(CANDIDATES_PER_ENGINE, atLeast);
  const putForward = new Set<number>();
  const ranked = models.map(({ indexed, weight }) => {
    const itemScores = indexed.model.recommends!.scoreItems(engineProfile(indexed, ratings));
    const { items } = topItems(itemScores, { limit, excluded: excludedItems(indexed, excluded) });
    for (const item of items) putForward.add(indexed.movieOfItem[item]);
    return { indexed, weight, itemScores };
  });
  const movies = Int32Array.from(putForward).sort();
  const scored = ranked.map(({ indexed, weight, itemScores }) => ({
    engine: indexed.engine,
    weight,
    scores: Float32Array.from(movies, (movie) => {
      const item = indexed.itemOfMovie[movie];
      return item < 0 ? Number.NaN : itemScores[item];
    }),
  }));
  return { movies, scored };
}
