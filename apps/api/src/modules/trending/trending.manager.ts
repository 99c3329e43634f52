// What viewers rate most and best within a window, of all movies or of one genre.
import type { TrendingItem, TrendingWindow } from "@matinee/engines";
import { type CatalogFeatures, findIndex } from "@matinee/recommender";
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

/** The movies of one genre are in the order they have among all, held against the ratings of all. */
export async function listTrending(
  { trending, snapshots }: Pick<Services, "trending" | "snapshots">,
  { window, genre, limit }: TrendingRequest,
): Promise<Trending> {
  const { asOf, windowUsed, ranked } = await trending.get(window);
  const wanted = genre === null ? ranked : ofGenre(ranked, snapshots.get().snapshot.catalog, genre);
  return { asOf, windowUsed, items: wanted.slice(0, limit) };
}

function ofGenre(ranked: readonly TrendingItem[], catalog: CatalogFeatures, genre: string): readonly TrendingItem[] {
  const bit = catalog.genreSlugs.indexOf(genre);
  if (bit < 0) return [];
  return ranked.filter(({ itemId }) => {
    const movie = findIndex(catalog.movieIds, itemId);
    return movie >= 0 && ((catalog.genreBits[movie]! >>> bit) & 1) === 1;
  });
}
