// How much a viewer likes what some movies have in common, from how far their stars are from the viewer's usual.

export interface Affinity {
  readonly name: string;
  /** -1 to 1. */
  readonly affinity: number;
}

export interface RatedMovie {
  readonly movieId: number;
  readonly stars: number;
}

/** A name that a movie shares with others, and how strongly it applies: 0 to 1. */
export interface MovieTrait {
  readonly name: string;
  readonly relevance: number;
}

/** Before the first ratings a viewer's usual is three stars, as if there were five of them. */
const usual = { stars: 3, ratings: 5 };

/** So many stars from the usual are as much as can be said. */
const fullStars = 2;

/** What is known of few movies stays near 0, as if so many more were neither liked nor disliked. */
const neutralMovies = 3;

/**
 * The affinity of each trait: Σ relevance·w / (Σ relevance + 3) over the rated movies that have it, where w is
 * (stars − usual) / 2 between -1 and 1 and the usual is the mean of all the viewer's stars and five threes. The shrinkage
 * is that of R. M. Bell and Y. Koren, "Scalable collaborative filtering" (2007). The most liked first.
 */
export function measureAffinities(
  ratings: readonly RatedMovie[],
  traitsOf: (movieId: number) => Iterable<MovieTrait>,
): Affinity[] {
  const sum = ratings.reduce((total, { stars }) => total + stars, usual.stars * usual.ratings);
  const ownUsual = sum / (ratings.length + usual.ratings);
  const evidence = new Map<string, { sum: number; weight: number }>();
  for (const { movieId, stars } of ratings) {
    const liking = Math.max(-1, Math.min(1, (stars - ownUsual) / fullStars));
    for (const { name, relevance } of traitsOf(movieId)) {
      const known = evidence.get(name) ?? { sum: 0, weight: 0 };
      evidence.set(name, { sum: known.sum + relevance * liking, weight: known.weight + relevance });
    }
  }
  return Array.from(evidence, ([name, { sum, weight }]) => ({ name, affinity: sum / (weight + neutralMovies) })).sort(
    compareAffinities,
  );
}

/** Those that stand out most, liked or not; the most liked first. */
export function mostDistinct(affinities: readonly Affinity[], count: number): Affinity[] {
  return affinities
    .toSorted((a, b) => Math.abs(b.affinity) - Math.abs(a.affinity))
    .slice(0, count)
    .sort(compareAffinities);
}

function compareAffinities(a: Affinity, b: Affinity): number {
  return b.affinity - a.affinity || (a.name < b.name ? -1 : 1);
}
