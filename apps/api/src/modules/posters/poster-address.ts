// Where posters are, and what they are called.
import type { MovieRow } from "@matinee/db";
import type { Poster } from "@matinee/graphql-types";
import { posterVersion } from "./render-poster.ts";

type PosteredMovie = Pick<MovieRow, "slug" | "title" | "year" | "tmdbPosterPath" | "thumbnailUrl">;

/** TMDB's poster where one is known, else Wikipedia's thumbnail, else the art that this API draws. */
export function posterOf({ slug, title, year, tmdbPosterPath, thumbnailUrl }: PosteredMovie, apiUrl: string): Poster {
  const alt = `Poster of ${title}${year === null ? "" : ` (${year})`}`;
  if (tmdbPosterPath !== null) return { url: `https://image.tmdb.org/t/p/w342${tmdbPosterPath}`, source: "TMDB", alt };
  if (thumbnailUrl !== null) return { url: thumbnailUrl, source: "WIKIPEDIA", alt };
  return { url: `${apiUrl}${posterPath(slug)}`, source: "GENERATED", alt };
}

export function posterPath(slug: string): string {
  return `/posters/${posterVersion}/${encodeURIComponent(slug)}.svg`;
}

/** A number that a movie keeps for good, unlike its id in one database: 32-bit FNV-1a of its key. */
export function artSeed(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
