import { ExternalLink, Play } from "lucide-react";
import { trailerSearchUrl } from "../../format/film.ts";
import type { PageMovie } from "./movie-page.types.ts";

/** Where to see and read more. */
export function MovieLinks({ movie }: { readonly movie: PageMovie }) {
  const places = [
    { name: "IMDb", href: movie.links.imdb },
    { name: "TMDB", href: movie.links.tmdb },
    { name: "Wikipedia", href: movie.links.wikipedia },
  ];
  return (
    <ul className="flex flex-wrap gap-x-5">
      <li>
        <a
          className="inline-flex min-h-11 items-center gap-2 underline"
          href={movie.trailer?.url ?? trailerSearchUrl(movie)}
        >
          <Play size={16} strokeWidth={1.5} aria-hidden="true" />
          {movie.trailer ? "Watch the trailer" : "Look for the trailer"}
        </a>
      </li>
      {places.map(
        ({ name, href }) =>
          href && (
            <li key={name}>
              <a className="inline-flex min-h-11 items-center gap-2 text-quiet underline hover:text-ink" href={href}>
                <ExternalLink size={16} strokeWidth={1.5} aria-hidden="true" />
                {name}
              </a>
            </li>
          ),
      )}
    </ul>
  );
}
