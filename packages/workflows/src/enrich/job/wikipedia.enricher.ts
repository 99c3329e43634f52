import { type Database, filmChangesRepository } from "@matinee/db";
import { pagesPerRequest, type Thumbnail, type WikipediaClient } from "../clients/wikipedia.client.ts";
import type { Enricher } from "./enricher.types.ts";
import type { Write } from "./gentle-writer.ts";

/** Pictures of films that have an article and no picture. */
export function wikipediaEnricher(client: WikipediaClient, database: Database, write: Write): Enricher {
  return {
    service: "wikipedia",
    name: "Wikipedia",
    filmsPerRequest: pagesPerRequest,
    requestsPerBatch: 1,
    async enrich(films, signal) {
      const pages = films.flatMap(({ wikipediaPage }) => wikipediaPage ?? []);
      const thumbnails = await client.findThumbnails(pages, signal);
      const found = new Set<number>();
      for (const { movieId, wikipediaPage } of films) {
        const thumbnail = thumbnails.get(wikipediaPage ?? "");
        if (!thumbnail) continue;
        await write(() => storeThumbnail(database, movieId, thumbnail));
        found.add(movieId);
      }
      return found;
    },
  };
}

function storeThumbnail(database: Database, movieId: number, thumbnail: Thumbnail): Promise<void> {
  return database.transaction(async (transaction) => {
    const films = filmChangesRepository(transaction);
    const stored = await films.lock(movieId);
    // an import may have brought a picture in between
    const isFree = stored?.thumbnailUrl === null || stored?.provenance.thumbnail === "wikipedia";
    if (isFree) await films.apply(movieId, { thumbnail, provenance: { thumbnail: "wikipedia" } });
  });
}
