import type { Genre, SourceCatalog, SourceMovie } from "../dataset.types.ts";
import { mapGenres } from "../genres/genres.ts";
import { createFindings, type Findings } from "../readers/findings.ts";
import { cleanCast } from "./cast.ts";
import { readDirectors } from "./directors.ts";
import { cleanExtract, extractYear, isAboutFilm } from "./extract.ts";
import { matchFilms } from "./match-films.ts";
import type { WikipediaFilm } from "./wikipedia-list.reader.ts";

const terms = "Film texts from Wikipedia (CC BY-SA) by way of prust/wikipedia-movie-data (MIT).";
const maximumYearGap = 3;

/**
 * Fills what a catalog lacks from the Wikipedia list, and overwrites nothing: overview, cast, directors, page,
 * thumbnail, and genres. A movie without genres takes all of the film's; one with genres only those that its source
 * uses for no movie at all ("Biography" beside MovieLens' own), since about the others the source has decided.
 * The fingerprint stays that of the catalog.
 */
export function mergeWikipedia(catalog: SourceCatalog, films: readonly WikipediaFilm[]): SourceCatalog {
  const findings = createFindings();
  const known = new Set(catalog.movies.flatMap((movie) => movie.genres.map((genre) => genre.slug)));
  const matches = matchFilms(catalog.movies, films);
  const movies = catalog.movies.map((movie, place) => {
    const match = matches[place];
    return match ? fillMovie(movie, match.film, known, findings) : movie;
  });
  return {
    ...catalog,
    movies,
    terms: `${catalog.terms} ${terms}`,
    findings: [...catalog.findings, ...findings.list()],
  };
}

function fillMovie(
  movie: SourceMovie,
  film: WikipediaFilm,
  known: ReadonlySet<string>,
  findings: Findings,
): SourceMovie {
  const cast = cleanCast(film.cast).map((name) => ({ name, character: null }));
  const filled = {
    ...movie,
    cast: movie.cast.length > 0 ? movie.cast : cast,
    genres: addGenres(movie.genres, film.genres, known),
  };
  const extract = cleanExtract(film.extract ?? "");
  if (extract === "") return filled;
  if (!isFilmsOwnPage(film, extract)) {
    const example = `${film.title} (${film.year}): ${extract.slice(0, 60)}`;
    findings.add("Wikipedia page about something else: its text left out", example);
    return filled;
  }
  return {
    ...filled,
    overview: movie.overview ?? extract,
    directors: movie.directors.length > 0 ? movie.directors : readDirectors(extract),
    wikipediaPage: movie.wikipediaPage ?? pageName(film.href),
    thumbnail: movie.thumbnail ?? thumbnailOf(film),
  };
}

function isFilmsOwnPage(film: WikipediaFilm, extract: string): boolean {
  const year = extractYear(extract);
  return isAboutFilm(extract) && (year === null || Math.abs(year - film.year) <= maximumYearGap);
}

function addGenres(own: readonly Genre[], words: readonly string[], known: ReadonlySet<string>): readonly Genre[] {
  const { genres } = mapGenres(words);
  return own.length === 0 ? genres : [...own, ...genres.filter((genre) => !known.has(genre.slug))];
}

function pageName(href: string | null | undefined): string | null {
  if (!href) return null;
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function thumbnailOf(film: WikipediaFilm): SourceMovie["thumbnail"] {
  const { thumbnail: url, thumbnail_width: width, thumbnail_height: height } = film;
  return url?.startsWith("https://upload.wikimedia.org/") && width && height ? { url, width, height } : null;
}
