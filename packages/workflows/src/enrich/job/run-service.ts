// One service's part of the job: film after film, the most rated first, for as long as the process lives.
import { setTimeout as wait } from "node:timers/promises";
import type { enrichmentsRepository } from "@matinee/db";
import { type BatchOutcome, enrichBatch } from "./enrich-batch.ts";
import type { Enricher, ServiceStatus } from "./enricher.types.ts";

/** How long a service is left alone, in seconds. */
export interface Pauses {
  /** Until it is looked again whether an answer has expired or films have come. */
  readonly done: number;
  /** After its limit was reached, where it does not say until when. */
  readonly limit: number;
  /** After it did not answer, or something failed here; doubled each time until it goes well, up to six hours. */
  readonly failure: number;
}

export const defaultPauses: Pauses = { done: 3_600, limit: 3_600, failure: 600 };
const longestPause = 6 * 3_600;
/** Longer than any batch takes: for the films of a process that was killed. */
const leaseSeconds = 900;
/** No film has as many. */
const mostRatings = 2 ** 31 - 1;

export interface ServiceRun {
  readonly enrichments: ReturnType<typeof enrichmentsRepository>;
  readonly pauses: Pauses;
  readonly signal: AbortSignal;
  readonly onStatus: (status: ServiceStatus, message: string | null) => void;
  readonly onError: (error: unknown) => void;
}

type Round = BatchOutcome | { readonly kind: "DONE" };

/** Resolves when the signal aborts or the service refuses the key. */
export async function runService(enricher: Enricher, run: ServiceRun): Promise<void> {
  const { enrichments, pauses, signal, onStatus, onError } = run;
  const limit = enricher.filmsPerRequest * enricher.requestsPerBatch;
  let maximumRatingCount = mostRatings;
  let failuresInARow = 0;

  const enrichNext = async (): Promise<Round> => {
    const films = await enrichments.claim(enricher.service, { limit, maximumRatingCount, leaseSeconds });
    const last = films.at(-1);
    if (!last) return { kind: "DONE" };
    onStatus("WORKING", null);
    maximumRatingCount = last.ratingCount;
    return enrichBatch(enricher, films, enrichments, signal);
  };
  const pauseAfterFailure = () => Math.min(pauses.failure * 2 ** failuresInARow++, longestPause);
  /** Seconds until the next round. */
  const pauseAfter = (round: Round): number => {
    switch (round.kind) {
      case "ANSWERED":
        failuresInARow = 0;
        return 0;
      case "DONE":
        onStatus("DONE", null);
        return pauses.done;
      case "LIMIT_REACHED":
        onStatus("WAITING", round.error.message);
        return round.error.retrySeconds ?? pauses.limit;
      default:
        onStatus("WAITING", round.error.message);
        return pauseAfterFailure();
    }
  };

  const rest = async (seconds: number) => {
    if (seconds === 0) return;
    maximumRatingCount = mostRatings;
    await wait(seconds * 1_000, undefined, { signal }).catch(() => undefined);
  };

  while (!signal.aborted) {
    try {
      const round = await enrichNext();
      if (round.kind === "UNAUTHORIZED") return onStatus("STOPPED", round.error.message);
      await rest(pauseAfter(round));
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
      onStatus("WAITING", "Something failed here; the log says what.");
      await rest(pauseAfterFailure());
    }
  }
}
