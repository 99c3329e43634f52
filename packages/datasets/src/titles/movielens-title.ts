import { articleInFront } from "./articles.ts";

/** What a MovieLens title says. */
export interface ParsedTitle {
  readonly title: string;
  readonly year: number | null;
  readonly originalTitle: string | null;
  readonly otherTitles: readonly string[];
}

// How IMDb's names marked what was made for video or television, after the year.
const medium = /\s*\((?:V|TV|VG)\)\s*$/;
// "(1999)", and "(2006–2007)" for a series, at the very end.
const yearAtEnd = /\s*\((\d{4})(?:\s*[–-]\s*(?:\d{4})?)?\)\s*$/;
const alsoKnownAs = /^a\.?k\.?a\.?:?\s+/i;

/**
 * Takes a MovieLens title apart: "Seven Samurai (Shichinin no samurai) (1954)" → title, original title, year;
 * "(a.k.a. …)" → other titles; "Matrix, The" → "The Matrix". Of several bracketed titles the last is the original.
 * A bracket that follows "or" belongs to the title ("Birdman: Or (The Unexpected Virtue of Ignorance)").
 */
export function parseMovielensTitle(line: string): ParsedTitle {
  const text = line.replace(medium, "");
  const year = yearAtEnd.exec(text);
  let rest = (year ? text.slice(0, year.index) : text).trim();
  const brackets: string[] = [];
  for (let found = splitBracket(rest); found !== null; found = splitBracket(rest)) {
    brackets.unshift(found.inside);
    rest = found.before;
  }
  const title = articleInFront(rest);
  const others = brackets.filter((inside) => alsoKnownAs.test(inside)).map((inside) => inside.replace(alsoKnownAs, ""));
  const foreign = brackets.filter((inside) => !alsoKnownAs.test(inside));
  const originalTitle = foreign.pop() ?? null;
  return {
    title,
    year: year ? Number(year[1]) : null,
    originalTitle: originalTitle === null ? null : articleInFront(originalTitle),
    otherTitles: [...others, ...foreign].map(articleInFront),
  };
}

/** The bracket that ends a text, if what stands before it can be a title by itself. */
function splitBracket(text: string): { before: string; inside: string } | null {
  if (!text.endsWith(")")) return null;
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] === ")") depth++;
    if (text[at] === "(" && --depth === 0) {
      const before = text.slice(0, at).trim();
      const inside = text.slice(at + 1, -1).trim();
      const belongs = text[at - 1] !== " " || /\bor$/i.test(before) || inside === "";
      return belongs ? null : { before, inside };
    }
  }
  return null;
}
