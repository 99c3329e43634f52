import { recommend } from "@matinee/recommender";
import { candidateCount, draftRecommended } from "./drafts.ts";
import type { HomeSectionDefinition } from "./home-section.ts";

export const seventiesSection: HomeSectionDefinition = {
  key: "from-the-70s",
  async draft(view) {
    const isPersonal = view.profile.ratings.length > 0;
    const list = recommend(view.snapshot, view.profile, {
      strategy: "AUTO",
      filter: { years: { from: 1970, to: 1979 }, era: "ANY" },
      limit: candidateCount,
    });
    return {
      title: isPersonal ? "New to you from the 70s" : "The best of the 70s",
      reason: isPersonal ? "Films of one decade that you have not rated." : "One decade, by all ratings.",
      ...draftRecommended(view, list),
    };
  },
};
