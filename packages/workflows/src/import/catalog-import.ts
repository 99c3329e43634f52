// From films and ratings put together to what the database stores.
import { type Catalog, type CatalogMovie, mergeLists, normalizeText, uniqueSlugs } from "@matinee/datasets";
import type { CatalogImport, CreditRole, ImportedCredit, ImportedMovie, ImportFinding } from "@matinee/db";
import { derivePriorCount } from "@matinee/engines";
import type { StoredFilm } from "./stored-films.ts";

function toImportedMovie(movie: CatalogMovie, known: StoredFilm | undefined, slug: string): ImportedMovie {
  const { keys, provenance, cast, genres, themes, directors, writers, overview, originalTitle } = movie;
  const credits = [
    ...directors.map((name) => toCredit("director", name)),
    ...writers.map((name) => toCredit("writer", name)),
    ...cast.map(({ name, character }) => toCredit("cast", name, character)),
  ];
  return {
    movieId: known?.movieId ?? null,
    keys,
    provenance,
    slug,
    title: movie.title,
    originalTitle,
    year: movie.year,
    overview,
    runtimeMinutes: movie.runtimeMinutes,
    imdbId: movie.imdbId,
    tmdbId: movie.tmdbId,
    wikipediaPage: movie.wikipediaPage,
    thumbnail: movie.thumbnail,
    tmdbPosterPath: movie.tmdbPosterPath ?? null,
    votes: movie.votes ?? null,
    credits,
    countries: movie.countries,
    languages: movie.languages,
    themes,
    genres: genres.map(({ slug }) => slug),
    normalized: {
      title: normalizeText(movie.title),
      originalTitle: normalizeText(originalTitle ?? ""),
      people: credits.map(({ normalizedName }) => normalizedName).join(" "),
      themes: normalizeText([...genres, ...themes].map(({ name }) => name).join(" ")),
      overview: normalizeText(overview ?? ""),
    },
  };
}

function toCredit(role: CreditRole, name: string, character: string | null = null): ImportedCredit {
  return { name, normalizedName: normalizeText(name), role, character };
}

/**
 * What an import of the catalog stores beside these films: each of its films as it becomes by what is stored of it,
 * under the id and slug it has.
 */
export function toCatalogImport(
  catalog: Catalog,
  stored: readonly StoredFilm[],
  startedAt: Date,
): Omit<CatalogImport, "reviews"> {
  const { name, fingerprint, sources, ratings } = catalog;
  const {
    movies: all,
    places,
    findings,
  } = mergeLists(
    stored.map(({ movie }) => movie),
    catalog.movies,
    { adds: true },
  );
  const movies = Array.from(places, (place) => all[place]!);
  const known = Array.from(places, (place) => stored[place]);
  const newMovies = movies.filter((_, index) => !known[index]);
  const newSlugs = uniqueSlugs(
    newMovies,
    stored.map(({ slug }) => slug),
  ).values();
  const genres = new Map(movies.flatMap((movie) => movie.genres).map((genre) => [genre.slug, genre]));
  return {
    name,
    fingerprint,
    terms: sources.map(({ terms }) => terms).join(" "),
    startedAt,
    findings: [...catalog.findings, ...findings] satisfies ImportFinding[],
    genres: [...genres.values()],
    movies: movies.map((movie, index) =>
      toImportedMovie(movie, known[index], known[index]?.slug ?? newSlugs.next().value!),
    ),
    ratings,
    derivePriorWeight: derivePriorCount,
  };
}
