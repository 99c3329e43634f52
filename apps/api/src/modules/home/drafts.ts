// The two ways to make a row: from a recommended list, and from movies that something else put in order.
import {
  describeMovies,
  predictStars,
  type RankedList,
  type RankedMovie,
  type RecommendationExplanation,
} from "@matinee/recommender";
import type { HomeView, SectionDraft } from "./home-section.ts";

type Draft = Pick<SectionDraft, "candidates" | "describe">;

/** How many candidates a row begins with. */
export const candidateCount = 60;

/** A list of the recommender, of which `keep` may leave movies out. */
export function draftRecommended(
  { snapshot, profile }: HomeView,
  list: RankedList,
  keep: (movieId: number) => boolean = () => true,
): Draft {
  return {
    candidates: list.items.filter(({ movieId }) => keep(movieId)),
    describe: (shown) => describeMovies(snapshot, profile, list, shown),
  };
}

export interface OrderedMovie {
  readonly movieId: number;
  /** 0 to 1. */
  readonly score: number;
  readonly explanation: RecommendationExplanation;
}

/** Movies in their order, without those the viewer has dealt with. */
export function draftOrdered({ snapshot, profile }: HomeView, movies: readonly OrderedMovie[]): Draft {
  const { ratings, dismissed, watchlisted } = profile;
  const dealtWith = new Set([...ratings.map(({ movieId }) => movieId), ...dismissed, ...watchlisted]);
  const explanations = new Map(movies.map(({ movieId, explanation }) => [movieId, explanation]));
  const candidates = movies
    .filter(({ movieId }) => !dealtWith.has(movieId))
    .map(
      ({ movieId, score, explanation }, index): RankedMovie => ({
        movieId,
        rank: index + 1,
        score,
        sources: [{ engine: explanation.engine, score, weight: 1 }],
      }),
    );
  return {
    candidates,
    describe(shown) {
      const predictions = predictStars(
        snapshot,
        profile,
        shown.map(({ movieId }) => movieId),
      );
      return shown.map((movie, index) => ({
        ...movie,
        prediction: predictions[index] ?? null,
        explanation: explanations.get(movie.movieId)!,
      }));
    },
  };
}

/** 0.5 to 5 stars on the scale of scores, 0 to 1. */
export function starsAsScore(stars: number): number {
  return (stars - 0.5) / 4.5;
}
