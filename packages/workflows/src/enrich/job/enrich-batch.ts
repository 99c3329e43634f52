// Some films and one service: asks for all of them, and records what came of it.
import type { ClaimedFilm, enrichmentsRepository } from "@matinee/db";
import { ServiceError } from "../clients/service-error.ts";
import type { Enricher } from "./enricher.types.ts";

/** How long an answer holds; TMDB's terms allow half a year. */
const answerSeconds = 30 * 86_400;
/** After this a film that could not be asked about has its next try. */
const failureSeconds = 6 * 3_600;

/** ANSWERED: at least once. The others say why the service should be left alone. */
export type BatchOutcome =
  | { readonly kind: "ANSWERED" }
  | { readonly kind: "UNAVAILABLE" | "LIMIT_REACHED" | "UNAUTHORIZED"; readonly error: ServiceError };

interface Failure {
  readonly movieIds: readonly number[];
  readonly error: unknown;
}

/** Whatever happens, no film stays claimed. Throws the signal's reason, and what the database throws. */
export async function enrichBatch(
  enricher: Enricher,
  films: readonly ClaimedFilm[],
  enrichments: ReturnType<typeof enrichmentsRepository>,
  signal: AbortSignal,
): Promise<BatchOutcome> {
  const { service } = enricher;
  const giveUp = new AbortController();
  const until = AbortSignal.any([signal, giveUp.signal]);
  const failures: Failure[] = [];
  let answered = 0;
  const ask = async (asked: readonly ClaimedFilm[]) => {
    const movieIds = asked.map(({ movieId }) => movieId);
    try {
      const found = await enricher.enrich(asked, until);
      await enrichments.record(service, [...found], { found: true }, answerSeconds);
      const absent = movieIds.filter((id) => !found.has(id));
      await enrichments.record(service, absent, { found: false }, answerSeconds);
      answered++;
    } catch (error) {
      failures.push({ movieIds, error });
      if (isFinal(error)) giveUp.abort(error);
    }
  };
  await Promise.all(inGroups(films, enricher.filmsPerRequest).map(ask));

  const final = failures.map(({ error }) => error).find(isFinal);
  const unavailable = answered === 0 ? failures.map(({ error }) => error).find(isUnavailable) : undefined;
  // the service failed as a whole, or nobody asked: nothing is known about these films
  const isUnknown = until.aborted || unavailable !== undefined;
  if (isUnknown)
    await enrichments.release(
      service,
      failures.flatMap(({ movieIds }) => movieIds),
    );
  for (const { movieIds, error } of isUnknown ? [] : failures) {
    await enrichments.record(service, movieIds, { error: describe(error) }, failureSeconds);
  }
  signal.throwIfAborted();
  if (final) return { kind: final.code, error: final };
  return unavailable ? { kind: "UNAVAILABLE", error: unavailable } : { kind: "ANSWERED" };
}

type FinalError = ServiceError & { readonly code: "UNAUTHORIZED" | "LIMIT_REACHED" };

/** The service would answer any further request the same. */
const isFinal = (error: unknown): error is FinalError =>
  error instanceof ServiceError && (error.code === "UNAUTHORIZED" || error.code === "LIMIT_REACHED");

const isUnavailable = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && error.code === "UNAVAILABLE";

const describe = (error: unknown) =>
  error instanceof ServiceError ? error.message : `What it tells could not be stored: ${(error as Error).message}`;

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, group) =>
    items.slice(group * size, (group + 1) * size),
  );
}
