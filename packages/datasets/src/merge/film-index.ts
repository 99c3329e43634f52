import type { CatalogMovie } from "../catalog.types.ts";
import { partKeys, titleKey } from "./title-keys.ts";

/** Finds films by title key and year; films are their indexes in the list. */
export interface FilmIndex {
  /** Films whose title has this key, of this year or one that they may be dated to. */
  byTitle(key: string, year: number): readonly number[];
  /** Films of which the original or another title has this key. */
  byOtherTitle(key: string, year: number): readonly number[];
  /** Films of which a part of the title has this key; none with an original title. */
  byPart(key: string, year: number): readonly number[];
}

export function indexFilms(films: readonly CatalogMovie[]): FilmIndex {
  const titles = new Map<string, number[]>();
  const others = new Map<string, number[]>();
  const parts = new Map<string, number[]>();
  for (const [index, film] of films.entries()) {
    const key = titleKey(film.title);
    if (film.year === null || key === "") continue;
    for (const year of [film.year, ...(film.otherYears ?? [])]) {
      add(titles, `${key} ${year}`, index);
      for (const other of otherKeys(film)) add(others, `${other} ${year}`, index);
      if (film.originalTitle !== null) continue;
      for (const part of partKeys(film.title, key)) add(parts, `${part} ${year}`, index);
    }
  }
  return {
    byTitle: (key, year) => titles.get(`${key} ${year}`) ?? [],
    byOtherTitle: (key, year) => others.get(`${key} ${year}`) ?? [],
    byPart: (key, year) => parts.get(`${key} ${year}`) ?? [],
  };
}

/** Keys of all titles but the first. */
export function otherKeys({ title, originalTitle, otherTitles = [] }: CatalogMovie): string[] {
  const original = originalTitle === null ? [] : [originalTitle, `${title} (${originalTitle})`];
  return [...original, ...otherTitles].map(titleKey).filter((key) => key !== "");
}

function add<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}
