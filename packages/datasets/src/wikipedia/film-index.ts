import { extractYear } from "./extract.ts";
import { partKeys, titleKey } from "./title-keys.ts";
import type { WikipediaFilm } from "./wikipedia-list.reader.ts";

/** Finds films of the list by title key and year. */
export interface FilmIndex {
  /** Films whose title has this key, of this year in the list or in their extract's first sentence. */
  byTitle(key: string, year: number): readonly WikipediaFilm[];
  /** Films of which a part of the title has this key, of this year. */
  byPart(key: string, year: number): readonly WikipediaFilm[];
}

// A page says when a film was made, the list when it came to America: so far apart both are believed.
const maximumYearGap = 2;

/** The list names some films twice; of entries with one title and page the one with more cast stays. */
export function indexFilms(films: readonly WikipediaFilm[]): FilmIndex {
  const unique = new Map<string, { film: WikipediaFilm; key: string }>();
  for (const film of films) {
    const key = titleKey(film.title);
    const identity = `${key} ${film.href ?? film.year}`;
    const known = unique.get(identity);
    if (!known || film.cast.length > known.film.cast.length) unique.set(identity, { film, key });
  }
  const titles = new Map<string, WikipediaFilm[]>();
  const parts = new Map<string, WikipediaFilm[]>();
  for (const { film, key } of unique.values()) {
    for (const year of yearsOf(film)) {
      add(titles, `${key} ${year}`, film);
      for (const part of partKeys(film.title, key)) add(parts, `${part} ${year}`, film);
    }
  }
  return {
    byTitle: (key, year) => titles.get(`${key} ${year}`) ?? [],
    byPart: (key, year) => parts.get(`${key} ${year}`) ?? [],
  };
}

function yearsOf(film: WikipediaFilm): Set<number> {
  const stated = extractYear(film.extract ?? "");
  return new Set(stated !== null && Math.abs(stated - film.year) <= maximumYearGap ? [film.year, stated] : [film.year]);
}

function add<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}
