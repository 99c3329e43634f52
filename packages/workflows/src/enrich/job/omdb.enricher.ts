import { type Database, enrichmentsRepository } from "@matinee/db";
import type { OmdbClient } from "../clients/omdb.client.ts";
import type { Enricher } from "./enricher.types.ts";
import type { Write } from "./gentle-writer.ts";

/** What IMDb, Rotten Tomatoes and Metacritic say, and awards. */
export function omdbEnricher(client: OmdbClient, { kysely }: Database, write: Write): Enricher {
  const enrichments = enrichmentsRepository(kysely);
  return {
    service: "omdb",
    name: "OMDb",
    filmsPerRequest: 1,
    requestsPerBatch: 10,
    async enrich(films, signal) {
      const found = new Set<number>();
      for (const { movieId, imdbId } of films) {
        const told = imdbId === null ? null : await client.findFilm(imdbId, signal);
        if (!told) continue;
        const { votes, tomatometer, metascore, awards } = told;
        const imdb = { imdbRating: votes?.average ?? null, imdbVoteCount: votes?.count ?? null };
        await write(() => enrichments.store(movieId, { ...imdb, tomatometer, metascore, awards }));
        found.add(movieId);
      }
      return found;
    },
  };
}
