import type { MovieText } from "@matinee/db";

/** What an embedder reads of a film: what it is about first, who made it last. */
export function composeMovieText({ title, overview, genres, themes, directors, castNames }: MovieText): string {
  const parts = [
    title,
    overview,
    genres.join(", "),
    themes.join(", "),
    directors.join(", "),
    castNames.slice(0, 4).join(", "),
  ];
  return parts.filter(Boolean).join(". ");
}
