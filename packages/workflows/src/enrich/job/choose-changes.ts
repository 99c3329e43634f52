// What of TMDB's answer takes the place of what is stored of a film.
import { normalizeText, type SourcedField, supersedes } from "@matinee/datasets";
import type { FilmChanges, StoredFilm } from "@matinee/db";
import type { TmdbFilm } from "../clients/tmdb.client.ts";

/** As imports name the service in a film's provenance. */
const source = "tmdb";

/** The leading parts; films have up to hundreds. */
const longestCast = 30;

/**
 * A field is filled where it is empty, and replaced where the order of sources believes TMDB more than where it came
 * from, or it came from TMDB. Ids are only filled: by them films are recognized.
 */
export function chooseChanges(stored: StoredFilm, film: TmdbFilm, isImdbIdTaken: boolean): FilmChanges {
  const { overview, runtimeMinutes, imdbId, posterPath, votes, directors, writers, cast } = film;
  const takes = (field: SourcedField, isFilled: boolean) =>
    !isFilled || supersedes(field, source, stored.provenance[field]);
  const people = (names: readonly string[]) => names.map((name) => toCredit(name, null));
  const credits = {
    ...(directors.length > 0 &&
      takes("directors", stored.roles.includes("director")) && { director: people(directors) }),
    ...(writers.length > 0 && takes("writers", stored.roles.includes("writer")) && { writer: people(writers) }),
    ...(cast.length > 0 &&
      takes("cast", stored.roles.includes("cast")) && {
        cast: cast.slice(0, longestCast).map(({ name, character }) => toCredit(name, character)),
      }),
  };
  const changes = {
    ...(overview !== null &&
      takes("overview", stored.overview !== null) && {
        overview: { text: overview, normalized: normalizeText(overview) },
      }),
    ...(runtimeMinutes !== null && takes("runtimeMinutes", stored.runtimeMinutes !== null) && { runtimeMinutes }),
    ...(posterPath !== null &&
      takes("tmdbPosterPath", stored.tmdbPosterPath !== null) && { tmdbPosterPath: posterPath }),
    ...(votes !== null && takes("votes", stored.voteCount !== null) && { votes }),
    ...(stored.tmdbId === null && { tmdbId: film.tmdbId }),
    ...(stored.imdbId === null && imdbId !== null && !isImdbIdTaken && { imdbId }),
  };
  const fields = [
    ...Object.keys(changes),
    ...Object.keys(credits).map((role) => fieldOfRole[role as keyof typeof credits]),
  ];
  return { ...changes, credits, provenance: Object.fromEntries(fields.map((field) => [field, source])) };
}

const fieldOfRole = { director: "directors", writer: "writers", cast: "cast" } as const;

const toCredit = (name: string, character: string | null) => ({
  name,
  normalizedName: normalizeText(name),
  character,
});
