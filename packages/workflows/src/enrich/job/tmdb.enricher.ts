import {
  type Database,
  enrichmentsRepository,
  filmChangesRepository,
  type ImportedReview,
  reviewsRepository,
} from "@matinee/db";
import { type LinearClassifier, loadLinearClassifier } from "@matinee/sentiment";
import { toJudgedText } from "../../reviews/judged-text.ts";
import type { TmdbClient, TmdbFilm } from "../clients/tmdb.client.ts";
import { chooseChanges } from "./choose-changes.ts";
import type { Enricher } from "./enricher.types.ts";
import type { Write } from "./gentle-writer.ts";

/** Pictures, trailer, people, texts, votes, reviews. */
export function tmdbEnricher(client: TmdbClient, database: Database, write: Write): Enricher {
  let classifier: Promise<LinearClassifier> | undefined;
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
        classifier ??= loadLinearClassifier();
        const reviews = toReviews(film.movieId, told, await classifier);
        await write(() => storeFilm(database, film.movieId, told, reviews));
        found.add(film.movieId);
      }
      return found;
    },
  };
}

function storeFilm(
  database: Database,
  movieId: number,
  film: TmdbFilm,
  reviews: readonly ImportedReview[],
): Promise<void> {
  return database.transaction(async (transaction) => {
    const films = filmChangesRepository(transaction);
    const stored = await films.lock(movieId);
    if (!stored) return;
    const isTaken = film.imdbId !== null && stored.imdbId === null && (await films.isImdbIdTaken(film.imdbId));
    await films.apply(movieId, chooseChanges(stored, film, isTaken));
    const { backdropPath, trailerKey, popularity } = film;
    await enrichmentsRepository(transaction).store(movieId, { backdropPath, trailerKey, popularity });
    if (reviews.length > 0) await reviewsRepository(transaction).importReviews(reviews);
  });
}

function toReviews(movieId: number, { reviews }: TmdbFilm, classifier: LinearClassifier): ImportedReview[] {
  return reviews.map(({ id, author, text, halfStars, writtenAt }) => ({
    movieId,
    source: "tmdb",
    sourceKey: id,
    ...{ author, halfStars, writtenAt },
    ...toJudgedText(text, classifier.judge(text), classifier.hash),
  }));
}
