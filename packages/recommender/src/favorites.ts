// Recommendations for someone without a profile who names a few films.

import { answer } from "./recommend.ts";
import { RecommendationInputError } from "./recommendation-input-error.ts";
import type { RankedList, Snapshot, ViewerProfile } from "./recommender.types.ts";
import { routeFavorites } from "./router.ts";
import { findIndex, indexedModels } from "./snapshot-index.ts";

/** Each named film as a rating of 5 stars; repeats count once. Also the profile to describe the list's films with. */
export function favoritesProfile(movieIds: readonly number[]): ViewerProfile {
  const ratings = [...new Set(movieIds)].map((movieId) => ({ movieId, stars: 5, ratedAt: 0 }));
  return { ratings, dismissed: [], watchlisted: [], era: "ANY" };
}

/** The blend of all engines from favorites, however few. Throws RecommendationInputError when the catalog has none of them. */
export function recommendFromFavorites(snapshot: Snapshot, movieIds: readonly number[], limit: number): RankedList {
  const known = movieIds.filter((movieId) => findIndex(snapshot.catalog.movieIds, movieId) >= 0);
  if (known.length === 0)
    throw new RecommendationInputError("None of these films is in the catalog; name at least one that is.");
  const profile = favoritesProfile(known);
  const routed = routeFavorites(indexedModels(snapshot), profile.ratings.length);
  return answer(snapshot, profile, { strategy: "HYBRID", limit }, routed, "FAVORITES");
}
