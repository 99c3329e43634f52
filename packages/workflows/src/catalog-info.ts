import { catalogRepository, type Database, type Holdings } from "@matinee/db";

/** What the database holds. */
export interface CatalogInfo extends Holdings {
  /** The sources of its films: "ml-latest-small + wikipedia". */
  readonly name: string;
  /** That of the newest import. */
  readonly fingerprint: string;
}

/** Undefined while nothing has been imported. */
export async function findCatalogInfo({ kysely }: Database): Promise<CatalogInfo | undefined> {
  const catalog = catalogRepository(kysely);
  const newest = await catalog.latestImport();
  if (!newest) return undefined;
  const sources = await catalog.listSources();
  return { name: sources.join(" + "), fingerprint: newest.fingerprint, ...(await catalog.holdings()) };
}

/** Whether a catalog of this fingerprint was ever imported. */
export async function wasImported({ kysely }: Database, fingerprint: string): Promise<boolean> {
  return catalogRepository(kysely).hasImport(fingerprint);
}
