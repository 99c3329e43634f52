// What viewers rate most and best within a window, of all movies or of one genre.
import type { WindowTotals } from "@matinee/db";
import { rankTrending, type TrendingItem, type TrendingWindow, windowPrior } from "@matinee/engines";
import type { CatalogFeatures } from "@matinee/recommender";
import type { Services } from "../../services.ts";
import type { ChosenWindow } from "./trending-windows.ts";

export interface TrendingRequest {
  readonly window: TrendingWindow;
  /** A genre's slug. */
  readonly genre: string | null;
  readonly limit: number;
}

export interface Trending extends Pick<ChosenWindow, "asOf" | "windowUsed"> {
  readonly items: readonly TrendingItem[];
}

export interface TrendingEdgeParent extends TrendingItem {
  readonly rank: number;
}

export async function listTrending(
  { trending, snapshots }: Pick<Services, "trending" | "snapshots">,
  { window, genre, limit }: TrendingRequest,
): Promise<Trending> {
  const { asOf, windowUsed, totals } = await trending.get(window);
  // Movies of one genre are held against the ratings of all.
  const prior = windowPrior(toColumns(totals));
  const wanted = genre === null ? totals : ofGenre(totals, snapshots.get().snapshot.catalog, genre);
  return { asOf, windowUsed, items: rankTrending(toColumns(wanted), prior, limit) };
}

function toColumns(totals: readonly WindowTotals[]) {
  return {
    itemIds: Int32Array.from(totals, ({ movieId }) => movieId),
    counts: Int32Array.from(totals, ({ count }) => count),
    sums: Float64Array.from(totals, ({ halfStarSum }) => halfStarSum / 2),
  };
}

/** Both lists ascend by movie id. */
function ofGenre(totals: readonly WindowTotals[], catalog: CatalogFeatures, genre: string): WindowTotals[] {
  const bit = catalog.genreSlugs.indexOf(genre);
  if (bit < 0) return [];
  let movie = 0;
  return totals.filter(({ movieId }) => {
    while (movie < catalog.movieIds.length && catalog.movieIds[movie]! < movieId) movie++;
    return catalog.movieIds[movie] === movieId && ((catalog.genreBits[movie]! >>> bit) & 1) === 1;
  });
}
