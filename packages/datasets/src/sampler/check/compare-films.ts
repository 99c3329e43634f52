// The sampler's facts against those of other catalogs: every difference is named, to be looked at.
import type { SourceMovie } from "../../dataset.types.ts";
import { titleKey } from "../../merge/title-keys.ts";
import { normalizeText } from "../../text/normalize-text.ts";
import { slugify } from "../../text/slug.ts";
import type { SamplerFilm } from "../film.schema.ts";

export interface Difference {
  /** The film's key in the sampler: "seven-samurai-1954". */
  readonly film: string;
  readonly fact: "IMDb id" | "title" | "year" | "director" | "cast";
  /** What the other catalog says. */
  readonly other: string;
}

export interface Comparison {
  /** Films that the other catalog has too. */
  readonly found: number;
  readonly notFound: readonly string[];
  readonly differences: readonly Difference[];
}

const keyOf = ({ title, year }: SamplerFilm) => slugify(title, year);

const titlesOf = ({ title, originalTitle, otherTitles = [] }: SourceMovie) => [
  title,
  originalTitle ?? "",
  ...otherTitles,
];

/** By IMDb id, and by title within a year: ids, titles and years must agree. */
export function compareWithMovieLens(films: readonly SamplerFilm[], catalog: readonly SourceMovie[]): Comparison {
  const byId = new Map(catalog.map((movie) => [movie.imdbId, movie]));
  const byTitle = indexByTitle(catalog);
  return compare(films, (film) => {
    const [named] = namesakes(film, byTitle);
    const identified = film.imdbId ? byId.get(film.imdbId) : undefined;
    const movie = identified ?? named;
    if (!movie) return undefined;
    const differences: Omit<Difference, "film">[] = [];
    if (film.imdbId && named && !namesakes(film, byTitle).some(({ imdbId }) => imdbId === film.imdbId)) {
      differences.push({ fact: "IMDb id", other: `${named.imdbId} is ${named.title} (${named.year})` });
    }
    if (!hasTitle(movie, film)) differences.push({ fact: "title", other: titlesOf(movie).filter(Boolean).join(" / ") });
    if (movie.year !== film.year) differences.push({ fact: "year", other: String(movie.year) });
    return differences;
  });
}

/** American films by title within a year: a director named there and half of the cast must be ours as well. */
export function compareWithWikipedia(films: readonly SamplerFilm[], list: readonly SourceMovie[]): Comparison {
  const byTitle = indexByTitle(list);
  const american = films.filter(({ countries }) => countries.includes("United States"));
  return compare(american, (film) => {
    const people = new Set(film.cast.map(({ name }) => normalizeText(name)));
    const shared = (movie: SourceMovie) => movie.cast.filter(({ name }) => people.has(normalizeText(name))).length;
    const movie = namesakes(film, byTitle).toSorted((a, b) => shared(b) - shared(a))[0];
    if (!movie) return undefined;
    const differences: Omit<Difference, "film">[] = [];
    if (movie.year !== film.year && !movie.otherYears?.includes(film.year)) {
      differences.push({ fact: "year", other: String(movie.year) });
    }
    const directors = film.directors.map(normalizeText);
    if (movie.directors.length > 0 && !movie.directors.some((name) => directors.includes(normalizeText(name)))) {
      differences.push({ fact: "director", other: movie.directors.join(", ") });
    }
    const comparable = Math.min(people.size, movie.cast.length);
    if (comparable >= 2 && shared(movie) < comparable / 2) {
      differences.push({ fact: "cast", other: movie.cast.map(({ name }) => name).join(", ") });
    }
    return differences;
  });
}

function compare(
  films: readonly SamplerFilm[],
  differencesOf: (film: SamplerFilm) => Omit<Difference, "film">[] | undefined,
): Comparison {
  const notFound: string[] = [];
  const differences: Difference[] = [];
  for (const film of films) {
    const found = differencesOf(film);
    if (!found) notFound.push(keyOf(film));
    for (const difference of found ?? []) differences.push({ film: keyOf(film), ...difference });
  }
  return { found: films.length - notFound.length, notFound, differences };
}

function indexByTitle(movies: readonly SourceMovie[]): Map<string, SourceMovie[]> {
  const index = new Map<string, SourceMovie[]>();
  for (const movie of movies) {
    for (const key of new Set(titlesOf(movie).map(titleKey))) {
      if (key === "") continue;
      const known = index.get(key);
      if (known) known.push(movie);
      else index.set(key, [movie]);
    }
  }
  return index;
}

const keysOf = ({ title, originalTitle }: SamplerFilm) =>
  [title, ...(originalTitle ? [originalTitle] : [])].map(titleKey);

function hasTitle(movie: SourceMovie, film: SamplerFilm): boolean {
  const keys = keysOf(film);
  return titlesOf(movie).some((title) => keys.includes(titleKey(title)));
}

/** Films of this title a year off at most, those of the same year first. */
function namesakes(film: SamplerFilm, index: ReadonlyMap<string, readonly SourceMovie[]>): SourceMovie[] {
  const distance = (movie: SourceMovie) => Math.abs((movie.year ?? 0) - film.year);
  const found = new Set(keysOf(film).flatMap((key) => index.get(key) ?? []));
  return [...found].filter((movie) => distance(movie) <= 1).sort((a, b) => distance(a) - distance(b));
}
