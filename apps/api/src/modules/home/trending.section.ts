import type { TrendingWindow } from "@matinee/engines";
import { listTrending } from "../trending/trending.manager.ts";
import { candidateCount, draftOrdered, starsAsScore } from "./drafts.ts";
import type { HomeSectionDefinition } from "./home-section.ts";

const span: Readonly<Record<TrendingWindow, string>> = {
  WEEK: "this week",
  MONTH: "this month",
  YEAR: "this year",
  ALL_TIME: "of all time",
};

export const trendingSection: HomeSectionDefinition = {
  key: "trending",
  async draft(view) {
    const request = { window: "WEEK", genre: null, limit: candidateCount } as const;
    const { windowUsed, items } = await listTrending(view.services, request);
    const movies = items.map(({ itemId, score, ratingCount }) => ({
      movieId: itemId,
      score: starsAsScore(score),
      explanation: {
        text: `${ratingCount.toLocaleString("en-US")} ratings ${windowUsed === "ALL_TIME" ? "so far" : span[windowUsed]}`,
        engine: "bayesian-average" as const,
        baseline: starsAsScore(score),
        because: [],
        features: [],
      },
    }));
    return {
      title: `Films that people like most ${span[windowUsed]}`,
      reason: "Many have rated these lately, and well.",
      ...draftOrdered(view, movies),
    };
  },
};
