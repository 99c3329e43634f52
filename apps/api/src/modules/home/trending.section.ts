import type { TrendingWindow } from "@matinee/engines";
import { listTrending } from "../trending/trending.manager.ts";
import { candidateCount, draftOrdered, starsAsScore } from "./drafts.ts";
import type { HomeSectionDefinition } from "./home-section.ts";

interface Wording {
  readonly title: string;
  readonly reason: string;
  /** Said of a movie's number of ratings. */
  readonly span: string;
}

/** What may be said of each window; a wider one than WEEK is shown where there are too few ratings in a narrower one. */
const trendingWords: Readonly<Record<TrendingWindow, Wording>> = {
  WEEK: {
    title: "Films people like most this week",
    reason: "Many have rated these within a week, and well.",
    span: "this week",
  },
  MONTH: {
    title: "Films people like most this month",
    reason: "Many have rated these within a month, and well; the last week has too few ratings.",
    span: "this month",
  },
  YEAR: {
    title: "Films people like most this year",
    reason: "Many have rated these within a year, and well; the last month has too few ratings.",
    span: "this year",
  },
  ALL_TIME: {
    title: "Films people like most of all time",
    reason: "By all ratings; there are few new ones.",
    span: "so far",
  },
};

const votedWords: Wording = {
  title: "Films people like most elsewhere",
  reason: "By the votes of other sites' users; nobody has rated here yet.",
  span: "elsewhere",
};

export const trendingSection: HomeSectionDefinition = {
  key: "trending",
  async draft(view) {
    const request = { window: "WEEK", genre: null, limit: candidateCount } as const;
    const { windowUsed, asOf, items } = await listTrending(view.services, request);
    if (items.length === 0) return null;
    const { title, reason, span } = asOf === null ? votedWords : trendingWords[windowUsed];
    const movies = items.map(({ itemId, score, ratingCount }) => ({
      movieId: itemId,
      score: starsAsScore(score),
      explanation: {
        text: `${ratingCount.toLocaleString("en-US")} ratings ${span}`,
        engine: "bayesian-average" as const,
        baseline: starsAsScore(score),
        because: [],
        features: [],
      },
    }));
    return { title, reason, ...draftOrdered(view, movies) };
  },
};
