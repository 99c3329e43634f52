import { FilmCard } from "../film/film-card.tsx";
import { FilmStrip } from "../film/film-strip.tsx";
import type { PageMovie } from "./movie-page.types.ts";

/** Films like this one, each with why. */
export function SimilarFilms({ movie }: { readonly movie: PageMovie }) {
  if (movie.similar.length === 0) return null;
  return (
    <FilmStrip
      heading={
        <>
          If you liked <em>{movie.title}</em>
        </>
      }
    >
      {movie.similar.map(({ movie: film, reason }) => (
        <li key={film.id}>
          <FilmCard film={film}>
            <p className="text-13 text-quiet">{reason}</p>
          </FilmCard>
        </li>
      ))}
    </FilmStrip>
  );
}
