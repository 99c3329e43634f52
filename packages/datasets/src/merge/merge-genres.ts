import type { Genre } from "../dataset.types.ts";
import { kindOf, type SourceKind } from "./field-orders.ts";

const movielens = `action adventure animation children comedy crime documentary drama fantasy film-noir horror musical
  mystery romance science-fiction thriller war western`;
const tmdb = `action adventure animation children comedy crime documentary drama fantasy history horror mystery romance
  science-fiction thriller war western`;

/** The genres that a kind of source knows: those it leaves out of a film, the film has not. */
const vocabularies: Readonly<Partial<Record<SourceKind, ReadonlySet<string>>>> = {
  movielens: new Set(movielens.split(/\s+/)),
  tmdb: new Set(tmdb.split(/\s+/)),
  tmdb5000: new Set(tmdb.split(/\s+/)),
  moviesDataset: new Set(tmdb.split(/\s+/)),
  imdb5000: new Set([...movielens.split(/\s+/), "biography", "history", "short", "sport"]),
};

/** A film's genres by the more trusted source, and of the other's those for which that one has no word. */
export function addGenres(
  trusted: readonly Genre[],
  source: string | undefined,
  others: readonly Genre[],
): readonly Genre[] {
  const kind = source === undefined ? undefined : kindOf(source);
  const vocabulary = kind && vocabularies[kind];
  if (!vocabulary || kind === "sampler") return trusted;
  const known = new Set(trusted.map(({ slug }) => slug));
  return [...trusted, ...others.filter(({ slug }) => !vocabulary.has(slug) && !known.has(slug))];
}
