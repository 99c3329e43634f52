// WordPiece as uncased BERT uses it: lower case, no accents, punctuation and CJK characters alone, longest piece first.

/** Turns a text into token ids, without [CLS] and [SEP]; a word that no pieces spell is one [UNK]. */
export type Tokenize = (text: string) => number[];

const longestWord = 100;
const plainText = /^[\t\n\r\x20-\x7e]*$/;
const controls = /[^\P{C}\p{Cn}\t\n\r]|\uFFFD/gu;
const marks = /\p{Mn}/gu;
const cjk = "\\u{4E00}-\\u{9FFF}\\u{3400}-\\u{4DBF}\\u{20000}-\\u{2CEAF}\\u{F900}-\\u{FAFF}\\u{2F800}-\\u{2FA1F}";
const alone = `\\p{P}$+<=>^\`|~${cjk}`;
const words = new RegExp(`[^\\s${alone}]+|[${alone}]`, "gu");

/** The words BERT sees before it looks for pieces. */
export function splitWords(text: string): string[] {
  const normalized = plainText.test(text)
    ? text.toLowerCase()
    : text.replace(controls, "").toLowerCase().normalize("NFD").replace(marks, "");
  return normalized.match(words) ?? [];
}

/**
 * `vocabulary` holds the tokens in the order of their ids; "##" marks a piece that continues a word.
 * A bracketed name such as "[SEP]" in a text is read as ordinary text, never as the special token.
 */
export function createTokenizer(vocabulary: readonly string[]): Tokenize {
  const starts = new Map<string, number>();
  const continuations = new Map<string, number>();
  let longestPiece = 0;
  vocabulary.forEach((token, id) => {
    const continues = token.length > 2 && token.startsWith("##");
    const piece = continues ? token.slice(2) : token;
    (continues ? continuations : starts).set(piece, id);
    longestPiece = Math.max(longestPiece, piece.length);
  });
  const unknown = starts.get("[UNK]");
  if (unknown === undefined) throw new RangeError("The vocabulary has no [UNK].");

  function addPieces(word: string, ids: number[]): void {
    const before = ids.length;
    let start = 0;
    while (start < word.length) {
      const pieces = start === 0 ? starts : continuations;
      let end = Math.min(word.length, start + longestPiece);
      let id = pieces.get(word.slice(start, end));
      while (id === undefined && --end > start) id = pieces.get(word.slice(start, end));
      if (id === undefined) {
        ids.length = before;
        ids.push(unknown!);
        return;
      }
      ids.push(id);
      start = end;
    }
  }

  return (text) => {
    const ids: number[] = [];
    for (const word of splitWords(text)) {
      const whole = starts.get(word);
      if (whole !== undefined) ids.push(whole);
      else if (word.length > longestWord && [...word].length > longestWord) ids.push(unknown);
      else addPieces(word, ids);
    }
    return ids;
  };
}
