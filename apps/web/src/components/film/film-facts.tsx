import type { FilmTileFragment } from "@matinee/api-client";
import { formatRuntime, listNames } from "../../format/film.ts";

interface FilmFactsProps {
  readonly film: Pick<FilmTileFragment, "year" | "genres"> & {
    readonly runtimeMinutes?: number | null;
    readonly directors?: readonly { readonly name: string }[];
  };
}

/** Year, director, genres and length in one line; what is not known is left out. */
export function FilmFacts({ film }: FilmFactsProps) {
  const facts = [
    film.year,
    film.directors?.length ? listNames(film.directors) : null,
    film.genres.length ? film.genres.map((genre) => genre.name).join(", ") : null,
    film.runtimeMinutes ? formatRuntime(film.runtimeMinutes) : null,
  ].filter((fact) => fact !== null);
  return <p className="text-quiet">{facts.join(" · ")}</p>;
}
