// What a source tells of films and viewers, as the attributes that engines read.
import type { SourceMovie, SourceViewer } from "@matinee/datasets";
import { type Attribute, buildAttribute, type Dataset, filmAttributes } from "@matinee/engines";

/** A film as far as engines may learn from it; what is absent is unknown. */
export type FilmFacts = Partial<Pick<SourceMovie, "year" | "overview" | "genres" | "themes" | "cast" | "directors">>;

/** The brackets of MovieLens 1M, by their first year. */
const ageBrackets = [1, 18, 25, 35, 45, 50, 56];

const viewerTerms: Readonly<Record<string, (viewer: SourceViewer) => readonly string[]>> = {
  age: ({ age }) => (age === undefined ? [] : [bracketOf(age)]),
  sex: ({ sex }) => (sex === undefined ? [] : [sex]),
  occupation: ({ occupation }) => (occupation === undefined ? [] : [occupation]),
};

/**
 * Attributes and years of films and viewers in the order of their indexes: films have those of `filmAttributes`, viewers
 * "age" (brackets of MovieLens 1M), "sex" and "occupation". A kind of which nothing is known is left out.
 */
export function sideInformation(
  films: readonly FilmFacts[],
  viewers: readonly SourceViewer[],
): Pick<Dataset, "itemAttributes" | "itemYears" | "userAttributes"> {
  const { itemAttributes, itemYears } = filmAttributes(
    films.map(({ genres = [], ...film }) => ({ ...film, genres: genres.map(({ name }) => name) })),
  );
  const userAttributes = attributesOf(viewers, viewerTerms);
  return {
    ...(itemAttributes.length > 0 && { itemAttributes }),
    ...(userAttributes.length > 0 && { userAttributes }),
    ...(itemYears.some((year) => year > 0) && { itemYears }),
  };
}

function attributesOf<Row>(
  rows: readonly Row[],
  kinds: Readonly<Record<string, (row: Row) => readonly string[]>>,
): Attribute[] {
  return Object.entries(kinds)
    .map(([name, termsOf]) => buildAttribute(name, rows.map(termsOf)))
    .filter(({ terms }) => terms.length > 0);
}

function bracketOf(age: number): string {
  const bracket = ageBrackets.findLastIndex((first) => age >= first);
  const [first, next] = ageBrackets.slice(Math.max(0, bracket));
  return next === undefined ? `${first}+` : `${first}-${next - 1}`;
}
