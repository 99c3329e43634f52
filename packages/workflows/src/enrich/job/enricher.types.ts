import type { ClaimedFilm, EnrichmentServiceName } from "@matinee/db";

/** One service as the job sees it. */
export interface Enricher {
  readonly service: EnrichmentServiceName;
  /** As shown: "TMDB". */
  readonly name: string;
  readonly filmsPerRequest: number;
  /** How many requests' films are claimed at once. */
  readonly requestsPerBatch: number;
  /**
   * Asks about films and stores what is told; returns the ids of those that the service knows.
   * @throws ServiceError when it cannot be asked
   */
  enrich(films: readonly ClaimedFilm[], signal: AbortSignal): Promise<ReadonlySet<number>>;
}

/**
 * WORKING: asking for films. DONE: every film has an answer that still holds. WAITING: the service does not answer or
 * allows no more for now. STOPPED: it refuses the key.
 */
export type ServiceStatus = "WORKING" | "DONE" | "WAITING" | "STOPPED";

export interface ServiceState {
  readonly service: EnrichmentServiceName;
  readonly name: string;
  readonly status: ServiceStatus;
  /** Why it waits or has stopped, in a sentence. */
  readonly message: string | null;
}
