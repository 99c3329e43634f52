import type { SearchMatch } from "@matinee/api-client";

const words: Record<SearchMatch, string> = {
  TITLE: "the title",
  PERSON: "a person",
  KEYWORD: "words of the story or genre",
  SEMANTIC: "what it is about",
};

const order: readonly SearchMatch[] = ["TITLE", "PERSON", "KEYWORD", "SEMANTIC"];

/** What matched, in words: "Matched the title and what it is about". */
export function describeMatches(matches: readonly SearchMatch[]): string {
  const parts = order.filter((match) => matches.includes(match)).map((match) => words[match]);
  return `Matched ${new Intl.ListFormat("en", { type: "conjunction" }).format(parts)}`;
}
