import type { PageMovie } from "./movie-page.types.ts";

/** What others say of the film, in one line; nothing where nothing is known. */
export function MovieVerdicts({ movie }: { readonly movie: PageMovie }) {
  const verdicts = movie.externalRatings.map(({ source, value, best }) => `${source} ${value} of ${best}`);
  const all = [...verdicts, ...(movie.awards === null ? [] : [movie.awards])];
  if (all.length === 0) return null;
  return <p className="text-quiet">Elsewhere: {all.join(" · ")}</p>;
}
