// A viewer's profile as an engine wants it: in the item indexes of the model that is asked.
import type { EngineProfile } from "@matinee/engines";
import type { CatalogFeatures, ViewerProfile } from "./recommender.types.ts";
import { findIndex, type IndexedModel } from "./snapshot-index.ts";

export interface KnownRating {
  /** Index in the catalog. */
  readonly movie: number;
  readonly stars: number;
  readonly ratedAt: number;
}

/** The ratings of movies in the catalog, in catalog order, so that an answer does not depend on the order of rating. */
export function knownRatings(catalog: CatalogFeatures, profile: ViewerProfile): readonly KnownRating[] {
  return profile.ratings
    .map(({ movieId, stars, ratedAt }) => ({ movie: findIndex(catalog.movieIds, movieId), stars, ratedAt }))
    .filter(({ movie }) => movie >= 0)
    .sort((a, b) => a.movie - b.movie);
}

/** Movies that the model does not know are left out. */
export function engineProfile(indexed: IndexedModel, ratings: readonly KnownRating[]): EngineProfile {
  const known = ratings.filter(({ movie }) => indexed.itemOfMovie[movie] >= 0);
  return {
    items: Int32Array.from(known, ({ movie }) => indexed.itemOfMovie[movie]),
    stars: Float32Array.from(known, ({ stars }) => stars),
    ratedAt: Float64Array.from(known, ({ ratedAt }) => ratedAt),
  };
}
