// The movies of each time window in their order, kept for a moment: many ask for them, and they change little within
// seconds.
import type { totalsRepository, WindowTotals } from "@matinee/db";
import {
  chooseWindow,
  rankTrending,
  type TrendingItem,
  type TrendingWindow,
  trendingWindows,
  type WindowActivity,
  windowDays,
  windowPrior,
} from "@matinee/engines";
import { LRUCache } from "lru-cache";

export interface TrendingWindows {
  /** The asked window, or a wider one when that is nearly empty. */
  get(asked: TrendingWindow): Promise<ChosenWindow>;
}

export interface ChosenWindow {
  readonly windowUsed: TrendingWindow;
  /** The newest rating stored; null when there is none, and the order is that of other sites' votes. */
  readonly asOf: Date | null;
  /** Every movie rated within the window, best first. */
  readonly ranked: readonly TrendingItem[];
}

interface RankedWindow extends ChosenWindow {
  readonly activity: WindowActivity;
}

const keptMilliseconds = 15_000;
const dayMilliseconds = 24 * 3_600_000;
const nothing = { ratingCount: 0, movieCount: 0 };
const noActivity = { WEEK: nothing, MONTH: nothing, YEAR: nothing, ALL_TIME: nothing };

export function createTrendingWindows(totals: ReturnType<typeof totalsRepository>): TrendingWindows {
  const kept = new LRUCache<TrendingWindow, RankedWindow>({
    max: trendingWindows.length,
    ttl: keptMilliseconds,
    fetchMethod: (window) => read(window),
  });

  async function read(window: TrendingWindow): Promise<RankedWindow> {
    const asOf = await totals.newestRatingAt();
    if (!asOf) return { windowUsed: "ALL_TIME", asOf, ...rankWindow(await totals.listVotes()) };
    const days = windowDays[window];
    // Before 1970 there are no ratings; those of unknown time are at its first second.
    const from = new Date(Number.isFinite(days) ? asOf.getTime() - days * dayMilliseconds : -1);
    const rated = await totals.listInWindow({ from, to: asOf });
    return { windowUsed: window, asOf, ...rankWindow(rated) };
  }

  return {
    async get(asked) {
      let chosen: RankedWindow | undefined;
      for (const window of trendingWindows.slice(trendingWindows.indexOf(asked))) {
        chosen = await kept.forceFetch(window);
        if (chooseWindow(window, { ...noActivity, [window]: chosen.activity }) === window) break;
      }
      return chosen!;
    },
  };
}

function rankWindow(rated: readonly WindowTotals[]): Pick<RankedWindow, "ranked" | "activity"> {
  const columns = {
    itemIds: Int32Array.from(rated, ({ movieId }) => movieId),
    counts: Int32Array.from(rated, ({ count }) => count),
    sums: Float64Array.from(rated, ({ halfStarSum }) => halfStarSum / 2),
  };
  return {
    ranked: rankTrending(columns, windowPrior(columns), rated.length),
    activity: { ratingCount: columns.counts.reduce((sum, count) => sum + count, 0), movieCount: rated.length },
  };
}
