// What in a movie matched the words of a query.
import { normalizeText } from "@matinee/datasets";
import type { MovieRow } from "@matinee/db";
import type { SearchMatch } from "@matinee/graphql-types";
import type { FusedMovie } from "./fuse.ts";

type Texts = Pick<MovieRow, "title" | "originalTitle" | "directors" | "castNames" | "overview" | "themes">;

/**
 * The title when it has all the words; else the people when they add what is missing; else another text when it has all
 * of the words. A movie found by words that has them nowhere was found by a title that is spelled nearly so.
 */
export function matchedBy(
  movie: Texts,
  genreNames: readonly string[],
  terms: string,
  found: FusedMovie,
): SearchMatch[] {
  const matches: SearchMatch[] = [];
  if (found.byKeyword) matches.push(matchOfWords(movie, genreNames, terms));
  if (found.bySemantic) matches.push("SEMANTIC");
  return matches;
}

function matchOfWords(movie: Texts, genreNames: readonly string[], terms: string): SearchMatch {
  const title = `${movie.title} ${movie.originalTitle ?? ""}`;
  const people = [...movie.directors, ...movie.castNames].join(" ");
  const others = [movie.overview ?? "", ...movie.themes, ...genreNames].join(" ");
  if (hasAll(title, terms)) return "TITLE";
  if (hasAll(`${title} ${people}`, terms)) return "PERSON";
  return hasAll(`${title} ${people} ${others}`, terms) ? "KEYWORD" : "TITLE";
}

/** Each word of the query, the last one also as the beginning of a word. */
function hasAll(text: string, terms: string): boolean {
  const padded = ` ${normalizeText(text)} `;
  const words = terms.split(" ");
  return words.every((word, index) => padded.includes(index === words.length - 1 ? ` ${word}` : ` ${word} `));
}
