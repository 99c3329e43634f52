import { findIndex, findSimilarMovies, starsInWords } from "@matinee/recommender";
import { candidateCount, draftOrdered } from "./drafts.ts";
import type { HomeSectionDefinition } from "./home-section.ts";

/** From how many stars on a movie was liked. */
const likedFrom = 4;

export const becauseYouLikedSection: HomeSectionDefinition = {
  key: "because-you-liked",
  async draft(view) {
    const { snapshot, profile } = view;
    // Ratings come newest first: the last movie that was liked is on the viewer's mind.
    const liked = profile.ratings.find(({ stars }) => stars >= likedFrom);
    if (!liked) return null;
    const { movieIds, titles } = snapshot.catalog;
    const title = titles[findIndex(movieIds, liked.movieId)];
    if (title === undefined) return null;
    const similar = findSimilarMovies(snapshot, liked.movieId, { limit: candidateCount, basis: "BLEND" });
    const movies = similar.map(({ movieId, score, reason }) => ({
      movieId,
      score,
      explanation: {
        text: reason,
        engine: "item-knn" as const,
        baseline: 0,
        because: [{ movieId: liked.movieId, stars: liked.stars, contribution: score }],
        features: [],
      },
    }));
    return {
      title: `Because you gave ${title} ${starsInWords(liked.stars)}`,
      reason: `These are closest to ${title}.`,
      ...draftOrdered(view, movies),
    };
  },
};
