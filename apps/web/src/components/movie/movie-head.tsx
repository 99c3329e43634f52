import { FilmFacts } from "../film/film-facts.tsx";
import { FilmStage } from "../film/film-stage.tsx";
import { Poster } from "../film/poster.tsx";
import { MovieLinks } from "./movie-links.tsx";
import type { PageMovie } from "./movie-page.types.ts";
import { MoviePeople } from "./movie-people.tsx";
import { MovieRatings } from "./movie-ratings.tsx";
import { MovieVerdicts } from "./movie-verdicts.tsx";

/** Poster, title, facts, story and ratings of a film. */
export function MovieHead({ movie }: { readonly movie: PageMovie }) {
  const heading = (
    <>
      <div>
        <h1 className="title text-33 sm:text-57">{movie.title}</h1>
        {movie.originalTitle && movie.originalTitle !== movie.title && (
          <p className="display mt-1 text-19 text-quiet">
            <em>{movie.originalTitle}</em>
          </p>
        )}
      </div>
      <FilmFacts film={movie} />
    </>
  );
  return (
    <article>
      <FilmStage
        poster={<Poster film={movie} width={384} isFirst className="w-full" />}
        heading={heading}
        posterSide="left"
      >
        {movie.overview ? (
          <p className="max-w-[65ch] text-19">{movie.overview}</p>
        ) : (
          <p className="text-quiet">No text about the story is known to Matinee.</p>
        )}
        <MoviePeople movie={movie} />
        <MovieLinks movie={movie} />
        <MovieRatings movie={movie} />
        <MovieVerdicts movie={movie} />
      </FilmStage>
    </article>
  );
}
