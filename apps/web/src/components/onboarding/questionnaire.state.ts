// The films on the table while a visitor rates the first ones. Pure: what was dealt, rated and not seen.
import type { FilmTileFragment } from "@matinee/api-client";

export interface Table {
  /** The films shown, in their places. */
  readonly films: readonly FilmTileFragment[];
  /** Films that wait to take the place of one that was not seen. */
  readonly reserve: readonly FilmTileFragment[];
  readonly stars: Readonly<Record<string, number>>;
  /** Ids of films that the visitor has not seen. */
  readonly unseen: readonly string[];
}

export type TableChange =
  | { readonly kind: "rate"; readonly filmId: string; readonly stars: number | null }
  | { readonly kind: "unseen"; readonly filmId: string }
  | { readonly kind: "reshuffle"; readonly films: readonly FilmTileFragment[] }
  | { readonly kind: "restock"; readonly films: readonly FilmTileFragment[] };

export function dealTable(films: readonly FilmTileFragment[]): Table {
  return { films, reserve: [], stars: {}, unseen: [] };
}

/** Applies one change. Rated films keep their places; a film that was not seen never comes back. */
export function changeTable(table: Table, change: TableChange): Table {
  switch (change.kind) {
    case "rate": {
      const { [change.filmId]: _, ...others } = table.stars;
      return { ...table, stars: change.stars === null ? others : { ...others, [change.filmId]: change.stars } };
    }
    case "unseen": {
      const [next, ...reserve] = table.reserve;
      const films = table.films.flatMap((film) => (film.id === change.filmId ? (next ?? []) : film));
      const { [change.filmId]: _, ...stars } = table.stars;
      return { films, reserve, stars, unseen: [...table.unseen, change.filmId] };
    }
    case "reshuffle": {
      const rated = table.films.filter((film) => film.id in table.stars);
      const shown = new Set(table.films.map((film) => film.id));
      const fresh = change.films.filter((film) => !shown.has(film.id) && !table.unseen.includes(film.id));
      let dealt = 0;
      const films = table.films.map((film) => (rated.includes(film) ? film : (fresh[dealt++] ?? film)));
      return { ...table, films, reserve: fresh.slice(dealt) };
    }
    case "restock": {
      const known = new Set([...table.films, ...table.reserve].map((film) => film.id));
      const fresh = change.films.filter((film) => !known.has(film.id) && !table.unseen.includes(film.id));
      return { ...table, reserve: [...table.reserve, ...fresh] };
    }
  }
}
