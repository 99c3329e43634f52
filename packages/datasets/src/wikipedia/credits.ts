// Who made a film, by the first sentence of its page.
import { firstSentence } from "./extract.ts";
import { parseNames } from "./names.ts";

// A sentence that speaks of another work may name that work's makers.
const otherWork =
  /\b(?:remake of|sequel to|prequel to|adaptation of|version of|based (?:up)?on|follow-up to|segments?|episodes?)\b/i;
// "written, produced and directed by", with nothing in front that it would speak of instead of the film.
const deed = "[\\p{Ll}-]+ed|(?:co-)?written|edited";
const deeds = (wanted: string) =>
  `(?:(?:${deed})(?:,? and |, (?:and )?))*(?:co-)?(?:${wanted})(?:(?:,? and |, (?:and )?)(?:${deed}))* by `;
const directing = new RegExp(`\\b${deeds("directed")}`, "u");
const writing = new RegExp(`(?<before>\\S*) (?:originally )?${deeds("written|scripted")}`, "u");
const screenplay =
  /\b(?:screenplay|script|teleplay|scenario)(?: (?:that was |which was )?(?:co-)?(?:written|adapted|penned))? by /u;
// What else than a film is written.
const writings =
  /^["“(]?(?:novels?|novella|plays?|stage|books?|story|stories|musical|music|songs?|score|lyrics|memoirs?|series|articles?|poem|libretto|comics?|works?|essay|characters?|material|name|title|autobiography|treatment)[,)"”]?$/i;
const subject = "^(?:It|The film|The movie|The picture|The short|The documentary) (?:was|is) ";
const laterDirecting = new RegExp(`(?:${subject}${deeds("directed")}|^Directed by )`, "u");
const laterWriting = new RegExp(
  `(?:${subject}${deeds("written|scripted")}|^The (?:screenplay|script) (?:was |is )?(?:(?:co-)?written )?by )`,
  "u",
);

/**
 * The directors an extract names in its first sentence ("… directed by X and Y …"), or in its second where that
 * begins with the credit. Empty unless sure: precision goes before completeness.
 */
export function readDirectors(extract: string): string[] {
  const [first, second] = sentences(extract);
  const found = directing.exec(first);
  if (found) return otherWork.test(first.slice(0, found.index)) ? [] : namesAfter(first, found);
  return namesAfter(second, laterDirecting.exec(second));
}

/** The writers, by the same rules; a family name alone may be a director's. Who wrote the novel is not among them. */
export function readWriters(extract: string): string[] {
  const [first, second] = sentences(extract);
  const directors = readDirectors(extract);
  const written = writing.exec(first);
  const ofFilm =
    written && !writings.test(written.groups?.before ?? "") && !otherWork.test(first.slice(0, written.index));
  const byCredit = ofFilm ? namesAfter(first, written, directors) : [];
  const script = screenplay.exec(first);
  const byScript = script && !isOfOther(first.slice(0, script.index)) ? namesAfter(first, script, directors) : [];
  if (written || script) return [...new Set([...byCredit, ...byScript])];
  return namesAfter(second, laterWriting.exec(second), directors);
}

/** Whether a screenplay is another film's. */
const isOfOther = (before: string) =>
  /\b(?:remake|sequel|prequel|segments?|episodes?)\b|\bon (?:a|an|the|his|her) $/i.test(before);

function sentences(extract: string): [first: string, second: string] {
  const first = firstSentence(extract);
  return [first, firstSentence(extract.slice(first.length).trim())];
}

function namesAfter(text: string, credit: RegExpExecArray | null, mentioned?: readonly string[]): string[] {
  return credit ? parseNames(text.slice(credit.index + credit[0].length), mentioned) : [];
}
