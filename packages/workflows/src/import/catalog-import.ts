// From what a source says to what the database stores.
import { normalizeText, type SourceCatalog, type SourceMovie, uniqueSlugs } from "@matinee/datasets";
import type { CatalogImport, CreditRole, ImportedCredit, ImportedMovie, ImportedRatingStream } from "@matinee/db";
import { derivePriorCount } from "@matinee/engines";

const chunkSize = 500_000;

function toImportedMovie(source: string, movie: SourceMovie, slug: string): ImportedMovie {
  const { cast, genres, themes, directors, writers, overview, originalTitle } = movie;
  const credits = [
    ...directors.map((name) => toCredit("director", name)),
    ...writers.map((name) => toCredit("writer", name)),
    ...cast.map(({ name, character }) => toCredit("cast", name, character)),
  ];
  return {
    movieId: null,
    keys: { [source]: movie.sourceKey },
    provenance: {},
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

/** Ratings that are in memory, as a stream; the viewers' numbers are those in their keys. */
function toStream({ name, fingerprint, viewerKeys, ratings }: SourceCatalog): ImportedRatingStream {
  const { viewers, movies, halfStars, ratedAt } = ratings;
  const numbers = viewerKeys.map((key) => Number(/\d+$/.exec(key)?.[0]));
  return {
    source: name,
    fingerprint,
    async *chunks({ first }) {
      for (let from = first * chunkSize; from < viewers.length; from += chunkSize) {
        const to = from + chunkSize;
        yield {
          index: from / chunkSize,
          viewers: viewers.subarray(from, to).map((viewer) => numbers[viewer]!),
          movies: movies.subarray(from, to),
          halfStars: halfStars.subarray(from, to),
          ratedAt: ratedAt.subarray(from, to),
          share: Math.min(1, to / viewers.length),
          findings: [],
        };
      }
    },
  };
}

export function toCatalogImport(catalog: SourceCatalog, startedAt: Date): CatalogImport {
  const { name, fingerprint, terms, movies, findings } = catalog;
  const slugs = uniqueSlugs(movies);
  const genres = new Map(movies.flatMap((movie) => movie.genres).map((genre) => [genre.slug, genre]));
  return {
    name,
    fingerprint,
    terms,
    startedAt,
    findings,
    genres: [...genres.values()],
    // Ids of one release mean nothing in another; films of several sources meet by their IMDb id.
    movies: movies.map((movie, index) => toImportedMovie(name, movie, slugs[index]!)),
    ratings: [toStream(catalog)],
    derivePriorWeight: derivePriorCount,
  };
}
