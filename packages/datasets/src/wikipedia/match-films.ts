import type { SourceMovie } from "../dataset.types.ts";
import { withoutArticle } from "../titles/articles.ts";
import { type FilmIndex, indexFilms } from "./film-index.ts";
import { partKeys, titleKey } from "./title-keys.ts";
import type { WikipediaFilm } from "./wikipedia-list.reader.ts";

/** How a film was found, surest first. */
type MatchRule = "title and year" | "other title and year" | "title, a year off" | "part of the title and year";

export interface FilmMatch {
  readonly film: WikipediaFilm;
  readonly rule: MatchRule;
}

interface Wanted {
  readonly title: string;
  readonly key: string;
  readonly others: readonly { readonly title: string; readonly key: string }[];
  readonly year: number;
  readonly foreign: boolean;
}

type Lookup = (wanted: Wanted, index: FilmIndex) => readonly WikipediaFilm[];

const rules: readonly (readonly [MatchRule, Lookup])[] = [
  ["title and year", ({ key, year }, index) => index.byTitle(key, year)],
  ["other title and year", ({ others, year }, index) => others.flatMap(({ key }) => index.byTitle(key, year))],
  [
    // So weak a year asks for a full title: "The Guardians" of 2017 is not "Guardians" of 2016.
    "title, a year off",
    ({ title, key, others, year }, index) =>
      [{ title, key }, ...others].flatMap((known) =>
        [year - 1, year + 1]
          .flatMap((near) => index.byTitle(known.key, near))
          .filter((film) => hasArticle(film.title) === hasArticle(known.title)),
      ),
  ],
  [
    // Parts of foreign titles meet American films of another name too often: "Aguirre: The Wrath of God".
    "part of the title and year",
    ({ title, key, year, foreign }, index) =>
      foreign ? [] : [...index.byPart(key, year), ...partKeys(title, key).flatMap((part) => index.byTitle(part, year))],
  ],
];

/**
 * Matches movies with films of the Wikipedia list. The rules are tried in order over all movies, so that a surer
 * match takes its film out of the reach of a less sure one. Under each rule a movie must find exactly one film, and,
 * but for the first (sources list some movies twice), a film exactly one movie; else both stay unmatched.
 * @returns the match of each movie, null where there is none
 */
export function matchFilms(
  movies: readonly SourceMovie[],
  films: readonly WikipediaFilm[],
): readonly (FilmMatch | null)[] {
  const index = indexFilms(films);
  const wanted = movies.map(describe);
  const matches: (FilmMatch | null)[] = movies.map(() => null);
  const taken = new Set<WikipediaFilm>();
  for (const [rule, lookup] of rules) {
    const suitors = new Map<WikipediaFilm, number[]>();
    for (const [place, movie] of wanted.entries()) {
      if (matches[place] !== null || movie === null) continue;
      const film = onlyOne(
        lookup(movie, index).filter((candidate) => !taken.has(candidate)),
        movie.year,
      );
      if (film) suitors.set(film, [...(suitors.get(film) ?? []), place]);
    }
    for (const [film, places] of suitors) {
      if (places.length > 1 && rule !== "title and year") continue;
      for (const place of places) matches[place] = { film, rule };
      taken.add(film);
    }
  }
  return matches;
}

/** What a movie is looked up by; null for one without a year or a title that letters can tell. */
function describe({ title, originalTitle, otherTitles = [], year }: SourceMovie): Wanted | null {
  const key = titleKey(title);
  if (year === null || key === "") return null;
  const original = originalTitle === null ? [] : [originalTitle, `${title} (${originalTitle})`];
  const others = [...original, ...otherTitles]
    .map((other) => ({ title: other, key: titleKey(other) }))
    .filter((other) => other.key !== "");
  return { title, key, others, year, foreign: originalTitle !== null };
}

/** The only film found, or of several the only one whose year in the list is the movie's own. */
function onlyOne(films: readonly WikipediaFilm[], year: number): WikipediaFilm | null {
  const found = [...new Set(films)];
  const exact = found.length > 1 ? found.filter((film) => film.year === year) : found;
  return exact.length === 1 ? exact[0] : null;
}

const hasArticle = (title: string) => withoutArticle(title) !== title;
