import { catalogRepository, type Database } from "@matinee/db";

/** What the database holds. */
export interface CatalogInfo {
  readonly name: string;
  readonly fingerprint: string;
  readonly movieCount: number;
  readonly ratingCount: number;
  /** 0 to 1. */
  readonly shareOfRatingsWithOverview: number;
}

/** Undefined while nothing has been imported. */
export async function findCatalogInfo({ kysely }: Database): Promise<CatalogInfo | undefined> {
  const catalog = catalogRepository(kysely);
  const held = await catalog.latestImport();
  if (!held) return undefined;
  const { name, fingerprint, movieCount, ratingCount } = held;
  const shareOfRatingsWithOverview = await catalog.shareOfRatingsWithOverview();
  return { name, fingerprint, movieCount, ratingCount, shareOfRatingsWithOverview };
}
