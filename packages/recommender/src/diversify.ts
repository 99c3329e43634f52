// The same good films in a more varied order.
import type { BlendedMovie } from "./blend.ts";
import { genreJaccard } from "./genre-jaccard.ts";
import type { CatalogFeatures } from "./recommender.types.ts";

/** How many times the films asked for may compete for a place, and how many at least. */
const POOL_FACTOR = 4;
const POOL_AT_LEAST = 100;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, 1998): the next film is the one with the highest
 * (1 − diversity) · score − diversity · (largest genre Jaccard to a film already chosen); ties keep the blend's order.
 * Diversity 0 changes nothing. Scores stay the blend's own.
 */
export function diversify(
  catalog: CatalogFeatures,
  movies: readonly BlendedMovie[],
  { diversity, limit }: { readonly diversity: number; readonly limit: number },
): readonly BlendedMovie[] {
  if (diversity === 0) return movies.slice(0, limit);
  const pool = movies.slice(0, Math.max(POOL_AT_LEAST, POOL_FACTOR * limit));
  const likeness = new Float64Array(pool.length);
  const taken = new Uint8Array(pool.length);
  const chosen: BlendedMovie[] = [];
  while (chosen.length < Math.min(limit, pool.length)) {
    const next = bestOf(pool, taken, (index) => (1 - diversity) * pool[index].score - diversity * likeness[index]);
    taken[next] = 1;
    chosen.push(pool[next]);
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
