// What is known of films, as the attributes that engines read: one mapping for training and for evaluation.

import { buildAttribute } from "../dataset/attributes.ts";
import type { Dataset } from "../engine.types.ts";
import { tokenize } from "./tokenize.ts";

/** What is absent or null is unknown. */
export interface FilmFacts {
  readonly year?: number | null;
  readonly overview?: string | null;
  readonly genres?: readonly string[];
  readonly themes?: readonly string[];
  /** Leads first. */
  readonly cast?: readonly string[];
  readonly directors?: readonly string[];
}

/** Names kept per film: the leads. Longer lists would make ensembles alike by their extras. */
const castPerFilm = 10;

/**
 * The films' attributes "genre", "theme", "cast", "crew" and "plot" and their years, films in the order of the items. A
 * kind of which nothing is known is left out.
 */
export function filmAttributes(films: readonly FilmFacts[]): Required<Pick<Dataset, "itemAttributes" | "itemYears">> {
  const attribute = (name: string, termsOf: (film: FilmFacts) => readonly string[]) =>
    buildAttribute(name, films.map(termsOf));
  const each = (names: readonly string[]) => [...new Set(names)];
  return {
    itemAttributes: [
      attribute("genre", ({ genres = [] }) => each(genres)),
      attribute("theme", ({ themes = [] }) => each(themes)),
      attribute("cast", ({ cast = [] }) => each(cast).slice(0, castPerFilm)),
      attribute("crew", ({ directors = [] }) => each(directors)),
      attribute("plot", ({ overview }) => tokenize(overview ?? "")),
    ].filter(({ terms }) => terms.length > 0),
    itemYears: Int16Array.from(films, ({ year }) => year ?? 0),
  };
}
