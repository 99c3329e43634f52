import { type Database, enrichmentsRepository, filmChangesRepository } from "@matinee/db";
import type { TmdbClient, TmdbFilm } from "../clients/tmdb.client.ts";
import { chooseChanges } from "./choose-changes.ts";
import type { Enricher } from "./enricher.types.ts";

/** Pictures, trailer, people, texts, votes. */
export function tmdbEnricher(client: TmdbClient, database: Database): Enricher {
  return {
    service: "tmdb",
    name: "TMDB",
    filmsPerRequest: 1,
    requestsPerBatch: 20,
    async enrich(films, signal) {
      const found = new Set<number>();
      for (const film of films) {
        const told = await client.findFilm(film, signal);
        if (!told) continue;
        await storeFilm(database, film.movieId, told);
        found.add(film.movieId);
      }
      return found;
    },
  };
}

function storeFilm(database: Database, movieId: number, film: TmdbFilm): Promise<void> {
  return database.transaction(async (transaction) => {
    const films = filmChangesRepository(transaction);
    const stored = await films.lock(movieId);
    if (!stored) return;
    const isTaken = film.imdbId !== null && stored.imdbId === null && (await films.isImdbIdTaken(film.imdbId));
    await films.apply(movieId, chooseChanges(stored, film, isTaken));
    const { backdropPath, trailerKey, popularity } = film;
    await enrichmentsRepository(transaction).store(movieId, { backdropPath, trailerKey, popularity });
  });
}
