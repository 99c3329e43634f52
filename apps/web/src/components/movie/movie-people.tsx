import { listNames } from "../../format/film.ts";
import type { PageMovie } from "./movie-page.types.ts";

/** Who plays, where it is known. */
export function MoviePeople({ movie }: { readonly movie: PageMovie }) {
  if (movie.cast.edges.length === 0) return null;
  return <p className="max-w-[65ch]">With {listNames(movie.cast.edges.map((edge) => edge.node))}.</p>;
}
