// Whom a film's fields are believed from where several sources tell them.
import type { CatalogMovie } from "../catalog.types.ts";

/** Fields that have a provenance. */
export type SourcedField = Exclude<keyof CatalogMovie, "keys" | "provenance" | "otherTitles" | "otherYears">;

/** All releases of MovieLens are one kind. "tmdb" is the service itself, asked for what files lack. */
const kinds = {
  sampler: /^sampler$/,
  movielens: /^(?:ml-|movielens$)/,
  tmdb: /^tmdb$/,
  tmdb5000: /^tmdb-5000$/,
  moviesDataset: /^the-movies-dataset$/,
  imdb5000: /^imdb-5000$/,
  wikipedia: /^wikipedia$/,
};

export type SourceKind = keyof typeof kinds;

const names: readonly SourceKind[] = [
  "sampler",
  "movielens",
  "tmdb",
  "tmdb5000",
  "moviesDataset",
  "imdb5000",
  "wikipedia",
];
const facts: readonly SourceKind[] = [
  "sampler",
  "tmdb",
  "tmdb5000",
  "moviesDataset",
  "wikipedia",
  "imdb5000",
  "movielens",
];
const pages: readonly SourceKind[] = ["wikipedia", ...facts.filter((kind) => kind !== "wikipedia")];

/** For each field the sources in the order in which they are believed: the first that tells it is taken. */
export const fieldOrders: Readonly<Record<SourcedField, readonly SourceKind[]>> = {
  title: names,
  originalTitle: names,
  year: names,
  genres: names,
  imdbId: names,
  tmdbId: names,
  themes: names,
  overview: facts,
  runtimeMinutes: facts,
  directors: facts,
  writers: facts,
  cast: facts,
  countries: facts,
  languages: facts,
  votes: facts,
  tmdbPosterPath: facts,
  wikipediaPage: pages,
  thumbnail: pages,
};

export const sourcedFields = Object.keys(fieldOrders) as readonly SourcedField[];

export function kindOf(source: string): SourceKind | undefined {
  return (Object.keys(kinds) as SourceKind[]).find((kind) => kinds[kind].test(source));
}

/** Place in a field's order, from 0; sources without a place come last. */
export function rankOf(field: SourcedField, source: string | undefined): number {
  const kind = source === undefined ? undefined : kindOf(source);
  const place = kind === undefined ? -1 : fieldOrders[field].indexOf(kind);
  return place === -1 ? Number.POSITIVE_INFINITY : place;
}

/** Whether a value of this source takes the place of one of the other's: it is believed more, or newer. */
export function supersedes(field: SourcedField, source: string | undefined, other: string | undefined): boolean {
  return source === other || rankOf(field, source) < rankOf(field, other);
}
