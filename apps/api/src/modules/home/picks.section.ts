import { draftRecommended } from "./drafts.ts";
import type { HomeSectionDefinition } from "./home-section.ts";

export const picksSection: HomeSectionDefinition = {
  key: "picks",
  async draft(view) {
    const { length } = view.profile.ratings;
    if (length === 0) return null;
    return {
      title: "Films we think you will like",
      reason: length === 1 ? "From the film you rated." : `From the ${length} films you rated.`,
      ...draftRecommended(view, view.recommended),
    };
  },
};
