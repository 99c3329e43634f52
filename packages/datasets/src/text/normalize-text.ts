// Letters that Unicode does not decompose, as people type them on a plain keyboard.
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/**
 * Text as it is stored for searching and as a search asks for it: accents removed (compatibility decomposition,
 * combining marks dropped), lower case, English contractions closed ("Ocean's" → "oceans"), all other punctuation
 * to single spaces. Letters and digits of every script stay. Idempotent.
 */
export function normalizeText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/(\p{L})['’‘`](s|t|d|m|ll|re|ve)(?![\p{L}\p{N}])/gu, "$1$2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
