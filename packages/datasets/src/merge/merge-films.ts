import type { CatalogMovie } from "../catalog.types.ts";
import type { SourceMovie } from "../dataset.types.ts";
import { type SourcedField, sourcedFields, supersedes } from "./field-orders.ts";
import { addGenres } from "./merge-genres.ts";
import { titleKey } from "./title-keys.ts";

/** One source's film as a film of the catalog: all it tells is its own. */
export function asCatalogMovie({ sourceKey, ...movie }: SourceMovie, source: string): CatalogMovie {
  const told = sourcedFields.filter((field) => isFilled(movie[field]));
  return {
    ...movie,
    otherTitles: movie.otherTitles ?? [],
    otherYears: movie.otherYears ?? [],
    tmdbPosterPath: movie.tmdbPosterPath ?? null,
    votes: movie.votes ?? null,
    keys: { [source]: sourceKey },
    provenance: Object.fromEntries(told.map((field) => [field, source])),
  };
}

/**
 * Two films that are one: each field from the source that is believed first, of the same source the second's. Nothing
 * is ever emptied.
 */
export function mergeFilms(known: CatalogMovie, fresh: CatalogMovie): CatalogMovie {
  const merged: Partial<Record<SourcedField, unknown>> = {};
  const provenance: Record<string, string> = { ...known.provenance };
  for (const field of sourcedFields) {
    const isTaken = takes(field, known, fresh);
    merged[field] = (isTaken ? fresh : known)[field];
    if (isTaken) provenance[field] = fresh.provenance[field];
  }
  const film = { ...known, ...merged, provenance, keys: { ...known.keys, ...fresh.keys } } as CatalogMovie;
  const [trusted, other] = takes("genres", known, fresh) ? [fresh, known] : [known, fresh];
  const { originalTitle, ...sources } = provenance;
  // One source's title may be what the other has for the original.
  const isOriginal = film.originalTitle !== null && titleKey(film.originalTitle) === titleKey(film.title);
  return {
    ...film,
    ...(isOriginal && { originalTitle: null, provenance: sources }),
    genres: addGenres(trusted.genres, trusted.provenance.genres, other.genres),
    otherTitles: distinct([...titlesOf(known), ...titlesOf(fresh)]).filter(
      (title) => title !== film.title && title !== film.originalTitle,
    ),
    otherYears: distinct([...(known.otherYears ?? []), ...(fresh.otherYears ?? [])]).filter(
      (year) => year !== film.year,
    ),
  };
}

function takes(field: SourcedField, known: CatalogMovie, fresh: CatalogMovie): boolean {
  if (!isFilled(fresh[field])) return false;
  return !isFilled(known[field]) || supersedes(field, fresh.provenance[field], known.provenance[field]);
}

function isFilled(value: CatalogMovie[SourcedField]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

function titlesOf({ title, originalTitle, otherTitles = [] }: CatalogMovie): string[] {
  return [title, ...(originalTitle === null ? [] : [originalTitle]), ...otherTitles];
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
