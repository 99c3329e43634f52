// What a source tells of films and viewers, as the attributes that engines read.
import type { SourceMovie, SourceViewer } from "@matinee/datasets";
import { buildAttribute, type Dataset, type FilmFacts, filmAttributes } from "@matinee/engines";

/** A film as far as engines may learn from it. */
export type FilmSource = Pick<SourceMovie, "year" | "overview" | "genres" | "themes" | "cast" | "directors">;

/** The brackets of MovieLens 1M, by their first year. */
const ageBrackets = [1, 18, 25, 35, 45, 50, 56];

const viewerTerms: Readonly<Record<string, (viewer: SourceViewer) => string | undefined>> = {
  age: ({ age }) => (age === undefined ? undefined : bracketOf(age)),
  sex: ({ sex }) => sex,
  occupation: ({ occupation }) => occupation,
};

/**
 * Attributes and years of films and viewers in the order of their indexes, undefined where nothing is known: films have
 * what `filmAttributes` makes of them, viewers "age" (brackets of MovieLens 1M), "sex" and "occupation". A kind of which
 * nothing is known is left out.
 */
export function sideInformation(
  films: readonly (FilmSource | undefined)[],
  viewers: readonly (SourceViewer | undefined)[],
): Pick<Dataset, "itemAttributes" | "itemYears" | "userAttributes"> {
  const { itemAttributes, itemYears } = filmAttributes(films.map((film) => (film ? factsOf(film) : {})));
  const userAttributes = Object.entries(viewerTerms)
    .map(([name, termOf]) =>
      buildAttribute(
        name,
        viewers.map((viewer) => {
          const term = viewer && termOf(viewer);
          return term === undefined ? [] : [term];
        }),
      ),
    )
    .filter(({ terms }) => terms.length > 0);
  return {
    ...(itemAttributes.length > 0 && { itemAttributes }),
    ...(userAttributes.length > 0 && { userAttributes }),
    ...(itemYears.some((year) => year > 0) && { itemYears }),
  };
}

function factsOf({ year, overview, genres, themes, cast, directors }: FilmSource): FilmFacts {
  const namesOf = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);
  return { year, overview, genres: namesOf(genres), themes: namesOf(themes), cast: namesOf(cast), directors };
}

function bracketOf(age: number): string {
  const bracket = ageBrackets.findLastIndex((first) => age >= first);
  const [first, next] = ageBrackets.slice(Math.max(0, bracket));
  return next === undefined ? `${first}+` : `${first}-${next - 1}`;
}
