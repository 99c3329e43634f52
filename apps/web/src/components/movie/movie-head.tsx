import { FilmFacts } from "../film/film-facts.tsx";
import { Poster } from "../film/poster.tsx";
import { MovieLinks } from "./movie-links.tsx";
import type { PageMovie } from "./movie-page.types.ts";
import { MoviePeople } from "./movie-people.tsx";
import { MovieRatings } from "./movie-ratings.tsx";

/** Poster, title, facts, story and ratings of a film. */
export function MovieHead({ movie }: { readonly movie: PageMovie }) {
  return (
    <article className="page grid gap-x-10 gap-y-6 py-8 md:grid-cols-12 md:py-14">
      <div className="w-44 md:col-span-4 md:row-span-2 md:w-full md:max-w-96 lg:col-span-4">
        <Poster film={movie} width={384} isFirst className="w-full" />
      </div>
      <div className="flex flex-col gap-4 md:col-span-8">
        <header>
          <h1 className="title text-40 sm:text-57">{movie.title}</h1>
          {movie.originalTitle && movie.originalTitle !== movie.title && (
            <p className="display mt-1 text-19 text-quiet">
              <em>{movie.originalTitle}</em>
            </p>
          )}
        </header>
        <FilmFacts film={movie} />
        {movie.overview ? (
          <p className="max-w-[65ch] text-19">{movie.overview}</p>
        ) : (
          <p className="text-quiet">No text about the story is known to Matinee.</p>
        )}
        <MoviePeople movie={movie} />
        <MovieLinks movie={movie} />
      </div>
      <div className="md:col-span-8">
        <MovieRatings movie={movie} />
      </div>
    </article>
  );
}
