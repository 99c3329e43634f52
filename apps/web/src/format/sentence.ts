/** A part of a sentence; film titles are set in italics. */
export interface SentencePart {
  readonly text: string;
  readonly isTitle: boolean;
}

/** Splits a sentence at the first of the given film titles that it names; the longest title wins. */
export function splitAtTitle(sentence: string, titles: readonly string[]): SentencePart[] {
  const title = titles.toSorted((a, b) => b.length - a.length).find((candidate) => sentence.includes(candidate));
  if (!title) return [{ text: sentence, isTitle: false }];
  const start = sentence.indexOf(title);
  return [
    { text: sentence.slice(0, start), isTitle: false },
    { text: title, isTitle: true },
    { text: sentence.slice(start + title.length), isTitle: false },
  ].filter((part) => part.text !== "");
}
