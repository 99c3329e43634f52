import type { SearchMatch } from "@matinee/api-client";

const words: Record<SearchMatch, string> = {
  TITLE: "the title",
  PERSON: "a person",
  KEYWORD: "words of the story or genre",
  SEMANTIC: "the meaning of the story",
};

const order: readonly SearchMatch[] = ["TITLE", "PERSON", "KEYWORD", "SEMANTIC"];

/** What matched, in words: "Matched the title and the meaning of the story". */
export function describeMatches(matches: readonly SearchMatch[]): string {
  const parts = order.filter((match) => matches.includes(match)).map((match) => words[match]);
  return `Matched ${new Intl.ListFormat("en", { type: "conjunction" }).format(parts)}`;
}
