// The films that the database has, as a merge of sources takes them.
import type { CatalogMovie } from "@matinee/datasets";
import { type CreditRole, type Database, importRepository, type StoredMovie } from "@matinee/db";

export interface StoredFilm {
  readonly movieId: number;
  readonly slug: string;
  readonly movie: CatalogMovie;
}

/** All of them, ids ascending. */
export async function listStoredFilms({ kysely }: Database): Promise<StoredFilm[]> {
  return (await importRepository(kysely).listStoredMovies()).map(toStoredFilm);
}

/** Those films alone, for `openCatalog`. */
export async function listStoredMovies(database: Database): Promise<CatalogMovie[]> {
  return (await listStoredFilms(database)).map(({ movie }) => movie);
}

function toStoredFilm({ movieId, slug, credits, ...facts }: StoredMovie): StoredFilm {
  const namesOf = (role: CreditRole) => credits.filter((credit) => credit.role === role).map(({ name }) => name);
  const cast = credits.flatMap(({ role, name, character }) => (role === "cast" ? [{ name, character }] : []));
  const movie = { ...facts, directors: namesOf("director"), writers: namesOf("writer"), cast };
  return { movieId, slug, movie };
}
