import type { Catalog } from "@matinee/datasets";
import type { Database } from "@matinee/db";
import { importReviews } from "../reviews/import-reviews.ts";
import { listStoredFilms } from "./stored-films.ts";

/** Reviews of films that are stored by now; in a transaction of their own, all or none. */
export async function importCatalogReviews(
  database: Database,
  { movies, reviews }: Catalog,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (reviews.length === 0) return;
  const ids = new Map<string, number>();
  for (const { movieId, movie } of await listStoredFilms(database)) {
    for (const [source, key] of Object.entries(movie.keys)) ids.set(`${source} ${key}`, movieId);
  }
  const idOf = (keys: Catalog["movies"][number]["keys"]) =>
    Object.entries(keys).flatMap(([source, key]) => ids.get(`${source} ${key}`) ?? [])[0];
  const placed = reviews.flatMap(({ movie, ...review }) => {
    const movieId = idOf(movies[movie]!.keys);
    return movieId === undefined ? [] : [{ ...review, movieId }];
  });
  await importReviews(database.kysely, placed, { ...(signal && { signal }) });
}
