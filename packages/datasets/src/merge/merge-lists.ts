import type { CatalogMovie } from "../catalog.types.ts";
import type { ReadFinding } from "../dataset.types.ts";
import { createFindings, type Findings } from "../readers/findings.ts";
import { unpaired } from "./film-pairs.ts";
import { matchFilms } from "./match-films.ts";
import { mergeFilms } from "./merge-films.ts";

export interface MergedList {
  /** The known films in their order, then those that are new. */
  readonly movies: readonly CatalogMovie[];
  /** Where each fresh film is in `movies`; `absent` for one that was neither matched nor added. */
  readonly places: Int32Array;
  /** How many of the fresh films were known. */
  readonly matched: number;
  readonly findings: readonly ReadFinding[];
}

export const absent = unpaired;

/**
 * Merges a list of films into another; `adds` tells whether films that are not known are added.
 */
export function mergeLists(
  known: readonly CatalogMovie[],
  fresh: readonly CatalogMovie[],
  { adds }: { readonly adds: boolean },
): MergedList {
  const findings = createFindings();
  const { freshOf, knownOf } = matchFilms(known, fresh, findings);
  const movies = known.map((film, index) => {
    const other = freshOf[index];
    if (other === unpaired) return film;
    const merged = mergeFilms(film, fresh[other]);
    // A film that fills two is the first one by name.
    return knownOf[other] === index ? merged : { ...merged, keys: film.keys };
  });
  const places = Int32Array.from(knownOf);
  const matched = places.reduce((count, place) => count + (place === unpaired ? 0 : 1), 0);
  if (adds) {
    for (const [index, film] of fresh.entries()) {
      if (places[index] !== unpaired) continue;
      places[index] = movies.length;
      movies.push(film);
    }
  }
  return { movies: withOwnIds(movies, findings), places, matched, findings: findings.list() };
}

/** An IMDb id belongs to one film: the first that has it. */
function withOwnIds(movies: readonly CatalogMovie[], findings: Findings): CatalogMovie[] {
  const owners = new Map<string, number>();
  for (const [index, { imdbId }] of movies.entries()) {
    if (imdbId !== null && !owners.has(imdbId)) owners.set(imdbId, index);
  }
  return movies.map((film, index) => {
    if (film.imdbId === null || owners.get(film.imdbId) === index) return film;
    findings.add("IMDb id of another film: left empty", `${film.title} (${film.year ?? "no year"}): ${film.imdbId}`);
    const { imdbId: _, ...provenance } = film.provenance;
    return { ...film, imdbId: null, provenance };
  });
}
