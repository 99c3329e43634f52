// How far a list's genres are from those a viewer likes (Steck, Calibrated Recommendations, 2018).
import type { KnownRating } from "./profile.ts";
import type { CatalogFeatures } from "./recommender.types.ts";

/** Films rated below say nothing about the genres a viewer wants. */
const LIKED_FROM = 3;

/** How much of the wanted distribution is mixed into the list's, so that a genre it lacks costs much, not infinitely. */
const SMOOTHING = 0.01;

export interface GenreShare {
  readonly genre: number;
  /** In (0, 1]; the shares of a distribution add up to 1. */
  readonly share: number;
}

/** A film's genres in equal shares; none where it has no genre. */
export function genresOf({ genreBits, genreSlugs }: CatalogFeatures, movie: number): readonly GenreShare[] {
  const own = genreSlugs.map((_, genre) => genre).filter((genre) => (genreBits[movie] & (1 << genre)) !== 0);
  return own.map((genre) => ({ genre, share: 1 / own.length }));
}

/** p(g) = Σ stars · p(g | film) / Σ stars over the films rated 3 stars or more; empty where that says nothing. */
export function likedGenres(catalog: CatalogFeatures, ratings: readonly KnownRating[]): readonly GenreShare[] {
  const weights = new Float64Array(catalog.genreSlugs.length);
  for (const { movie, stars } of ratings.filter(({ stars }) => stars >= LIKED_FROM)) {
    for (const { genre, share } of genresOf(catalog, movie)) weights[genre] += stars * share;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from(weights, (weight, genre) => ({ genre, share: weight / total })).filter(({ share }) => share > 0);
}

/** Tells of a growing list how far its genres are from the wanted ones. */
export interface CalibratedList {
  /** KL(p ‖ q̃) = Σ p(g) · ln(p(g) / q̃(g)) if this film were added: 0 for equal distributions, never below. */
  divergenceWith(movie: number): number;
  add(movie: number): void;
}

/**
 * q(g) is the mean of p(g | film) over the list's films, q̃ = (1 − α) · q + α · p with α = .01. Films without a genre count
 * in the mean with nothing.
 */
export function calibratedList(catalog: CatalogFeatures, wanted: readonly GenreShare[]): CalibratedList {
  const sums = new Float64Array(catalog.genreSlugs.length);
  const wantedShare = new Float64Array(sums.length);
  for (const { genre, share } of wanted) wantedShare[genre] = share;
  let count = 0;

  const term = (genre: number, sum: number) => {
    const p = wantedShare[genre];
    return p === 0 ? 0 : p * Math.log(p / ((1 - SMOOTHING) * (sum / (count + 1)) + SMOOTHING * p));
  };
  let withNothingAdded = wanted.reduce((divergence, { genre }) => divergence + term(genre, 0), 0);

  return {
    divergenceWith: (movie) =>
      genresOf(catalog, movie).reduce(
        (divergence, { genre, share }) => divergence + term(genre, sums[genre] + share) - term(genre, sums[genre]),
        withNothingAdded,
      ),
    add(movie) {
      for (const { genre, share } of genresOf(catalog, movie)) sums[genre] += share;
      count++;
      withNothingAdded = wanted.reduce((divergence, { genre }) => divergence + term(genre, sums[genre]), 0);
    },
  };
}
