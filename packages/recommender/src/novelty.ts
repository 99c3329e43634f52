import type { CatalogFeatures } from "./recommender.types.ts";

/**
 * How unlikely it is that a viewer knows each of the films, in [0, 1]: self-information −log₂((v + 1) / (largest v + 1)) of its
 * number of ratings v, over that of a film nobody rated. 0 for the catalog's most rated film.
 */
export function noveltyOf({ ratingCounts }: CatalogFeatures, movies: readonly number[]): Float64Array {
  const largest = ratingCounts.reduce((most, count) => Math.max(most, count), 0);
  const bits = Math.log2(largest + 1);
  return Float64Array.from(movies, (movie) => (bits > 0 ? 1 - Math.log2(ratingCounts[movie] + 1) / bits : 0));
}
