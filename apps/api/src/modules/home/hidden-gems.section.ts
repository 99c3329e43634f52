import { findIndex } from "@matinee/recommender";
import { draftRecommended } from "./drafts.ts";
import type { HomeSectionDefinition } from "./home-section.ts";

/** A gem has at most this share of the ratings that the most rated movie has. */
const hiddenShare = 0.25;

export const hiddenGemsSection: HomeSectionDefinition = {
  key: "hidden-gems",
  async draft(view) {
    const { movieIds, ratingCounts } = view.snapshot.catalog;
    const most = ratingCounts.reduce((highest, count) => Math.max(highest, count), 0);
    if (most === 0) return null;
    const isHidden = (movieId: number) => ratingCounts[findIndex(movieIds, movieId)]! <= hiddenShare * most;
    return {
      title: "Hidden gems that few have rated",
      reason: "Good by your taste or by all ratings, and known to few.",
      ...draftRecommended(view, view.recommended, isHidden),
    };
  },
};
