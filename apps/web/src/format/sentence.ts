/** A part of a sentence; film titles are set in italics. */
export interface SentencePart {
  /** Where in the sentence it begins. */
  readonly start: number;
  readonly text: string;
  readonly isTitle: boolean;
}

/** Splits a sentence at the given film titles wherever it names them as whole words; of two, the longer one wins. */
export function splitAtTitles(sentence: string, titles: readonly string[]): SentencePart[] {
  const known = titles.filter((title) => title !== "").toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return [{ start: 0, text: sentence, isTitle: false }];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${known.map(escapePattern).join("|")})(?![\\p{L}\\p{N}])`, "u");
  let start = 0;
  return sentence.split(pattern).flatMap((text, position) => {
    const part = { start, text, isTitle: position % 2 === 1 };
    start += text.length;
    return text === "" ? [] : [part];
  });
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
