// From what a source says to what the database stores.
import { normalizeText, type SourceCatalog, type SourceMovie, uniqueSlugs } from "@matinee/datasets";
import type { CatalogImport, ImportedMovie } from "@matinee/db";
import { derivePriorCount } from "@matinee/engines";

function toImportedMovie(movie: SourceMovie, slug: string): ImportedMovie {
  const { cast, genres, themes, directors, overview, originalTitle } = movie;
  return {
    sourceKey: movie.sourceKey,
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
    directors,
    castNames: cast.map(({ name }) => name),
    countries: movie.countries,
    languages: movie.languages,
    themes: themes.map(({ name }) => name),
    genres: genres.map(({ slug }) => slug),
    normalized: {
      title: normalizeText(movie.title),
      originalTitle: normalizeText(originalTitle ?? ""),
      people: normalizeText([...directors, ...cast.map(({ name }) => name)].join(" ")),
      themes: normalizeText([...genres.map(({ name }) => name), ...themes.map(({ name }) => name)].join(" ")),
      overview: normalizeText(overview ?? ""),
    },
  };
}

function countRatings(movies: Int32Array, movieCount: number): Int32Array {
  const counts = new Int32Array(movieCount);
  for (const movie of movies) counts[movie]!++;
  return counts;
}

export function toCatalogImport(catalog: SourceCatalog, startedAt: Date): CatalogImport {
  const { name, fingerprint, terms, movies, viewerKeys, ratings, findings } = catalog;
  const slugs = uniqueSlugs(movies);
  const genres = new Map(movies.flatMap((movie) => movie.genres).map((genre) => [genre.slug, genre]));
  return {
    name,
    // Ids of one release mean nothing in another; films of several sources meet by their IMDb id.
    sourceName: name,
    fingerprint,
    terms,
    startedAt,
    findings,
    genres: [...genres.values()],
    movies: movies.map((movie, index) => toImportedMovie(movie, slugs[index]!)),
    viewerKeys: viewerKeys.map((key) => `${name}:${key}`),
    ratings,
    priorWeight: derivePriorCount(countRatings(ratings.movies, movies.length)),
  };
}
