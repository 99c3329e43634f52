import type { CatalogMovie } from "../catalog.types.ts";
import { withoutArticle } from "../titles/articles.ts";
import { type FilmIndex, indexFilms } from "./film-index.ts";
import { type MatchRule, type Pairs, unpaired } from "./film-pairs.ts";
import { contradict } from "./match-by-ids.ts";
import { partKeys, titleKey } from "./title-keys.ts";

interface Wanted {
  readonly film: CatalogMovie;
  readonly key: string;
  readonly others: readonly { readonly title: string; readonly key: string }[];
  readonly year: number;
}

/** The films of the list behind the index that a film may be; `yearOf` and titles are theirs. */
type Lookup = (wanted: Wanted, index: FilmIndex, films: readonly CatalogMovie[]) => readonly number[];

const rules: readonly (readonly [MatchRule, Lookup])[] = [
  ["title and year", ({ key, year }, index) => index.byTitle(key, year)],
  [
    "other title and year",
    ({ key, others, year }, index) => [
      ...index.byOtherTitle(key, year),
      ...others.flatMap((other) => [...index.byTitle(other.key, year), ...index.byOtherTitle(other.key, year)]),
    ],
  ],
  [
    // So weak a year asks for a full title: "The Guardians" of 2017 is not "Guardians" of 2016.
    "title, a year off",
    ({ film, key, others, year }, index, films) =>
      [{ title: film.title, key }, ...others].flatMap((known) =>
        [year - 1, year + 1]
          .flatMap((near) => index.byTitle(known.key, near))
          .filter((found) => hasArticle(films[found].title) === hasArticle(known.title)),
      ),
  ],
  [
    // Parts of foreign titles meet American films of another name too often: "Aguirre: The Wrath of God".
    "part of the title and year",
    ({ film, key, year }, index) =>
      film.originalTitle !== null
        ? []
        : [...index.byPart(key, year), ...partKeys(film.title, key).flatMap((part) => index.byTitle(part, year))],
  ],
];

/**
 * Pairs films by titles and years. The rules are tried in order over all films, so that a surer pair takes its films
 * out of the reach of a less sure one. Under each rule a film must find exactly one of the other list, and be found by
 * one alone; but one without ids may be the same as two of one title and year, since sources list some films twice.
 */
export function pairByTitles(known: readonly CatalogMovie[], fresh: readonly CatalogMovie[], pairs: Pairs): void {
  const index = indexFilms(fresh);
  const wanted = known.map(describe);
  for (const [rule, lookup] of rules) {
    const suitors = new Map<number, number[]>();
    for (const [place, movie] of wanted.entries()) {
      if (movie === null || pairs.freshOf[place] !== unpaired) continue;
      const candidates = lookup(movie, index, fresh).filter(
        (found) => pairs.knownOf[found] === unpaired && !contradict(movie.film, fresh[found]),
      );
      const found = onlyOne(candidates, movie.year, fresh);
      if (found !== null) suitors.set(found, [...(suitors.get(found) ?? []), place]);
    }
    for (const [found, places] of suitors) {
      const mayBeShared = rule === "title and year" && fresh[found].imdbId === null && fresh[found].tmdbId === null;
      if (places.length > 1 && !mayBeShared) continue;
      for (const place of places) pairs.add(place, found, rule);
    }
  }
}

/** What a film is looked up by; null for one without a year or a title that letters can tell. */
function describe(film: CatalogMovie): Wanted | null {
  const { title, originalTitle, otherTitles = [], year } = film;
  const key = titleKey(title);
  if (year === null || key === "") return null;
  const original = originalTitle === null ? [] : [originalTitle, `${title} (${originalTitle})`];
  const others = [...original, ...otherTitles].map((other) => ({ title: other, key: titleKey(other) }));
  return { film, key, others: others.filter((other) => other.key !== ""), year };
}

/** The only film found, or of several the only one whose first year is the film's own. */
function onlyOne(candidates: readonly number[], year: number, films: readonly CatalogMovie[]): number | null {
  const found = [...new Set(candidates)];
  const exact = found.length > 1 ? found.filter((film) => films[film].year === year) : found;
  return exact.length === 1 ? exact[0] : null;
}

const hasArticle = (title: string) => withoutArticle(title) !== title;
