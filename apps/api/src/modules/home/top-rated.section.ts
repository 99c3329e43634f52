import { candidateCount, draftOrdered, starsAsScore } from "./drafts.ts";
import type { HomeSectionDefinition } from "./home-section.ts";

export const topRatedSection: HomeSectionDefinition = {
  key: "top-rated",
  async draft(view) {
    const { movies } = view.services.repositories;
    const { edges } = await movies.listPage({ sort: "AVERAGE_RATING_DESC", first: candidateCount });
    const rated = edges.flatMap(({ movie: { id, averageRating, ratingCount } }) =>
      averageRating === null ? [] : [{ movieId: id, averageRating, ratingCount }],
    );
    const ordered = rated.map(({ movieId, averageRating, ratingCount }) => ({
      movieId,
      score: starsAsScore(averageRating),
      explanation: {
        text: `${averageRating.toFixed(1)} stars from ${ratingCount.toLocaleString("en-US")} ratings`,
        engine: "bayesian-average" as const,
        baseline: starsAsScore(averageRating),
        because: [],
        features: [],
      },
    }));
    return {
      title: "Films that viewers rate highest",
      reason: "By the average of all ratings, where few ratings count less.",
      ...draftOrdered(view, ordered),
    };
  },
};
