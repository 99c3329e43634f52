import type { SourceMovie } from "../dataset.types.ts";
import { mapGenres } from "../genres/genres.ts";
import { emptyMovie } from "../layouts/empty-movie.ts";
import type { Findings } from "../readers/findings.ts";
import { cleanCast } from "./cast.ts";
import { readDirectors, readWriters } from "./credits.ts";
import { cleanExtract, extractYear, isAboutFilm } from "./extract.ts";
import type { WikipediaFilm } from "./wikipedia-list.reader.ts";

// A page says when a film was made, the list when it came to America: so far apart both are believed.
const believedYearGap = 2;
// A page further off is about another film.
const maximumYearGap = 3;

/**
 * The list's films. It names some twice, a year apart or under two titles: the entries of one page within two years
 * are one film, that of the longest cast, and it has the titles and years of all.
 */
export function toSourceMovies(films: readonly WikipediaFilm[], findings: Findings): SourceMovie[] {
  return groupByPage(films).map(([key, entries]) => toMovie(key, entries, findings));
}

function groupByPage(films: readonly WikipediaFilm[]): [key: string, entries: WikipediaFilm[]][] {
  const pages = Map.groupBy(films, ({ title, year, href }) => href || `${title} (${year})`);
  const grouped = new Map<string, WikipediaFilm[]>();
  for (const [page, entries] of pages) {
    const years = entries.map(({ year }) => year);
    const isOneFilm = Math.max(...years) - Math.min(...years) <= believedYearGap;
    for (const entry of entries) {
      const key = isOneFilm ? pageName(page) : `${entry.title} (${entry.year})`;
      const known = grouped.get(key);
      if (known) known.push(entry);
      else grouped.set(key, [entry]);
    }
  }
  return [...grouped];
}

function toMovie(key: string, entries: readonly WikipediaFilm[], findings: Findings): SourceMovie {
  const [film] = entries.toSorted((a, b) => b.cast.length - a.cast.length || a.year - b.year);
  const extract = cleanExtract(film.extract ?? "");
  const stated = extractYear(extract);
  const isOwn =
    extract !== "" && isAboutFilm(extract) && (stated === null || Math.abs(stated - film.year) <= maximumYearGap);
  if (extract !== "" && !isOwn) {
    const example = `${film.title} (${film.year}): ${extract.slice(0, 60)}`;
    findings.add("Wikipedia page about something else: its text left out", example);
  }
  const years = [...entries.map(({ year }) => year), ...(stated === null ? [] : [stated])];
  const isBelieved = (year: number) => year !== film.year && Math.abs(year - film.year) <= believedYearGap;
  return {
    ...emptyMovie,
    sourceKey: key,
    title: film.title,
    otherTitles: [...new Set(entries.map(({ title }) => title))].filter((title) => title !== film.title),
    year: film.year,
    otherYears: [...new Set(years.filter(isBelieved))],
    genres: mapGenres(film.genres).genres,
    cast: cleanCast(film.cast).map((name) => ({ name, character: null })),
    ...(isOwn && {
      overview: extract,
      directors: readDirectors(extract),
      writers: readWriters(extract),
      wikipediaPage: film.href ? pageName(film.href) : null,
      thumbnail: thumbnailOf(film),
    }),
  };
}

function pageName(href: string): string {
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
