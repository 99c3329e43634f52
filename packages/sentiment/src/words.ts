// What the linear model sees of a text: lower-case words with their apostrophes, and punctuation marks one by one.

const tags = /<\/?[a-z][^<>]{0,40}>/gi;
/** A word with what its apostrophe joins ("didn't", "film's"), dots in a row, or any other mark alone. */
const tokens = /[\p{L}\p{N}]+(?:'\p{L}+)*|\.{2,}|[^\s\p{L}\p{N}\p{M}]/gu;

/** The words and marks of a text in their order; tags such as `<br />`, case and accents do not count. */
export function splitWords(text: string): string[] {
  return (
    text
      .replace(tags, " ")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "")
      .replace(/[’‘`´]/g, "'")
      .match(tokens) ?? []
  );
}
