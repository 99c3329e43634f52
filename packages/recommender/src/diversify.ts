// The same good films in a more varied order.
import type { BlendedMovie } from "./blend.ts";
import { type CalibratedList, calibratedList, likedGenres } from "./calibration.ts";
import { genreJaccard } from "./genre-jaccard.ts";
import { noveltyOf } from "./novelty.ts";
import type { KnownRating } from "./profile.ts";
import type { CatalogFeatures, Variety } from "./recommender.types.ts";

/** How many times the films asked for may compete for a place, and how many at least. */
const POOL_FACTOR = 4;
const POOL_AT_LEAST = 100;

export interface DiversifyOptions extends Variety {
  readonly limit: number;
  /** What calibration aims at: the genres of the films liked. */
  readonly ratings: readonly KnownRating[];
}

/**
 * Chooses film after film, each time the one worth most; ties keep the blend's order:
 * worth = (1 − calibration) · (relevance − diversity · likeness) − calibration · divergence, with
 * relevance = (1 − diversity) · ((1 − novelty) · score + novelty · self-information) — how little known the film is,
 * likeness = the largest genre Jaccard to a film already chosen (maximal marginal relevance, Carbonell and Goldstein 1998),
 * divergence = KL of the list's genres, this film included, from those the viewer likes (Steck 2018).
 * All options 0 change nothing. Scores stay the blend's own.
 */
export function diversify(
  catalog: CatalogFeatures,
  movies: readonly BlendedMovie[],
  { diversity = 0, calibration = 0, novelty = 0, limit, ratings }: DiversifyOptions,
): readonly BlendedMovie[] {
  if (diversity === 0 && calibration === 0 && novelty === 0) return movies.slice(0, limit);
  const pool = movies.slice(0, Math.max(POOL_AT_LEAST, POOL_FACTOR * limit));
  const unknown = noveltyOf(
    catalog,
    pool.map(({ movie }) => movie),
  );
  const relevance = unknown.map(
    (bits, index) => (1 - diversity) * ((1 - novelty) * pool[index].score + novelty * bits),
  );
  const likeness = new Float64Array(pool.length);
  const list: CalibratedList | undefined =
    calibration > 0 ? calibratedList(catalog, likedGenres(catalog, ratings)) : undefined;
  const worth = (index: number) =>
    (1 - calibration) * (relevance[index] - diversity * likeness[index]) -
    (list ? calibration * list.divergenceWith(pool[index].movie) : 0);

  const taken = new Uint8Array(pool.length);
  const chosen: BlendedMovie[] = [];
  while (chosen.length < Math.min(limit, pool.length)) {
    const next = bestOf(pool, taken, worth);
    taken[next] = 1;
    chosen.push(pool[next]);
    list?.add(pool[next].movie);
    if (diversity === 0) continue;
    for (const [index, { movie }] of pool.entries()) {
      likeness[index] = Math.max(likeness[index], genreJaccard(catalog, movie, pool[next].movie));
    }
  }
  return chosen;
}

function bestOf(pool: readonly BlendedMovie[], taken: Uint8Array, worth: (index: number) => number): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < pool.length; index++) {
    const value = taken[index] === 1 ? Number.NEGATIVE_INFINITY : worth(index);
    if (value > highest) {
      highest = value;
      best = index;
    }
  }
  return best;
}
