// Where generated posters are, and what they are called.
import type { MovieRow } from "@matinee/db";
import type { Poster } from "@matinee/graphql-types";
import { posterVersion } from "./render-poster.ts";

/** Wikipedia's thumbnail where the data has one, else the art that this API draws. */
export function posterOf({ slug, title, year, thumbnailUrl }: MovieRow, apiUrl: string): Poster {
  const alt = `Poster of ${title}${year === null ? "" : ` (${year})`}`;
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
