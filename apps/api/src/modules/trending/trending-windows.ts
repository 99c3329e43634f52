// The ratings of each time window, kept for a moment: many ask for them, and they change little within seconds.
import type { totalsRepository, WindowTotals } from "@matinee/db";
import { chooseWindow, type TrendingWindow, trendingWindows, windowDays } from "@matinee/engines";
import { LRUCache } from "lru-cache";

export interface TrendingWindows {
  /** The asked window, or a wider one when that is nearly empty. */
  get(asked: TrendingWindow): Promise<ChosenWindow>;
}

export interface ChosenWindow {
  readonly windowUsed: TrendingWindow;
  /** The newest rating stored; null when there is none. */
  readonly asOf: Date | null;
  readonly totals: readonly WindowTotals[];
}

const keptMilliseconds = 15_000;
const dayMilliseconds = 24 * 3_600_000;
const nothing = { ratingCount: 0, movieCount: 0 };
const noActivity = { WEEK: nothing, MONTH: nothing, YEAR: nothing, ALL_TIME: nothing };

export function createTrendingWindows(totals: ReturnType<typeof totalsRepository>): TrendingWindows {
  const kept = new LRUCache<TrendingWindow, ChosenWindow>({
    max: trendingWindows.length,
    ttl: keptMilliseconds,
    fetchMethod: (window) => read(window),
  });

  async function read(window: TrendingWindow): Promise<ChosenWindow> {
    const asOf = await totals.newestRatingAt();
    if (!asOf) return { windowUsed: window, asOf, totals: [] };
    const days = windowDays[window];
    // Before 1970 there are no ratings; those of unknown time are at its first second.
    const from = new Date(Number.isFinite(days) ? asOf.getTime() - days * dayMilliseconds : -1);
    return { windowUsed: window, asOf, totals: await totals.listInWindow({ from, to: asOf }) };
  }

  return {
    async get(asked) {
      let chosen: ChosenWindow | undefined;
      for (const window of trendingWindows.slice(trendingWindows.indexOf(asked))) {
        chosen = await kept.forceFetch(window);
        const activity = {
          ratingCount: chosen.totals.reduce((sum, { count }) => sum + count, 0),
          movieCount: chosen.totals.length,
        };
        if (chooseWindow(window, { ...noActivity, [window]: activity }) === window) break;
      }
      return chosen!;
    },
  };
}
