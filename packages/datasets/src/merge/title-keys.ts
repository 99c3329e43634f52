import { normalizeText } from "../text/normalize-text.ts";
import { withoutArticle } from "../titles/articles.ts";

// Written in two ways, wherever they stand.
const abbreviations: Readonly<Record<string, string>> = {
  dr: "doctor",
  mr: "mister",
  mrs: "missus",
  st: "saint",
  vs: "versus",
  vol: "volume",
  pt: "part",
};

// Numbers, unless they stand first: "X" and "V" are titles of their own.
const numerals: Readonly<Record<string, string>> = {
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  x: "10",
};

/**
 * A title as it is compared: accents, case, punctuation, spaces and a leading article do not count, "&" is "and",
 * Roman numerals are numbers, "Dr." is "Doctor", "vs." "versus". Empty when nothing is left.
 */
export function titleKey(title: string): string {
  const words = normalizeText(withoutArticle(title.trim()).replaceAll("&", " and ")).split(" ");
  return words.map((word, place) => abbreviations[word] ?? (place > 0 ? numerals[word] : undefined) ?? word).join("");
}

const minimumPartLength = 3;

/**
 * Keys of the parts that may stand for a title: what stands before or after a colon, dash or "or", what follows a
 * name in the possessive ("Monty Python's Life of Brian") if that is more than a word, the title without its bracket.
 * @param own the title's own key, which is left out
 */
export function partKeys(title: string, own: string): string[] {
  const pieces = title.split(/: | - | – |,? or: |, or |; or /);
  const owned = /^(?:\p{Lu}[\p{L}.]*\s){0,2}\p{Lu}[\p{L}.]*['’]s?\s(\S+\s.+)$/u.exec(title);
  const candidates = [pieces[0], pieces[pieces.length - 1], owned?.[1] ?? "", title.replace(/\s*\([^)]*\)$/, "")];
  const parts = new Set(candidates.filter((part) => part !== "" && part !== title));
  return [...new Set([...parts].map(titleKey))].filter((key) => key.length >= minimumPartLength && key !== own);
}
