import type { SourceMovie } from "../dataset.types.ts";
import type { WikipediaFilm } from "../wikipedia/wikipedia-list.reader.ts";

export function movie(title: string, year: number | null, more: Partial<SourceMovie> = {}): SourceMovie {
  return {
    sourceKey: title,
    title,
    originalTitle: null,
    year,
    genres: [],
    imdbId: null,
    tmdbId: null,
    overview: null,
    runtimeMinutes: null,
    directors: [],
    writers: [],
    cast: [],
    countries: [],
    languages: [],
    themes: [],
    wikipediaPage: null,
    thumbnail: null,
    ...more,
  };
}

export function film(title: string, year: number, more: Partial<WikipediaFilm> = {}): WikipediaFilm {
  return { title, year, cast: [], genres: [], href: `${title.replaceAll(" ", "_")}_(${year}_film)`, ...more };
}
