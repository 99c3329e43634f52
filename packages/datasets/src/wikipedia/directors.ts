import { firstSentence } from "./extract.ts";

const word = "\\p{Lu}[\\p{L}.'’-]*";
const particle = "(?:de|da|di|del|della|der|den|des|dos|du|el|la|le|van|von|ten|ter|bin|y|St\\.)";
const name = `${word}(?: (?:${particle} ){0,2}(?:${particle}\\b|${word}|[IVX]+\\b)|,? Jr\\.| ${particle} ${word}){0,4}`;
const list = new RegExp(
  `^(?:(?<many>${name}(?:, ${name})+),? (?:and|&) (?<last>${name})|(?<first>${name})(?: (?:and|&) (?<second>${name}))?)(?<after>.*)$`,
  "su",
);
// What may follow the names without making them anything else.
const sureEnd =
  /^(?:$|[.;:(]|,(?! \p{Lu})| (?:and (?=\p{Ll})|who|from|based|starring|for|in|with|about|that|which|on|set|at|as|featuring|written|produced|adapted|inspired|released|distributed|under|after|during|loosely|using|concerning|via|through))/u;
// A sentence that speaks of another work may name that work's director.
const otherWork =
  /\b(?:remake of|sequel to|prequel to|adaptation of|based (?:up)?on|follow-up to|segments?|episodes?)\b/i;
const credit = /\b(?:directed|co-directed)(?: and [\p{Ll}-]+| and [\p{Ll}-]+-[\p{Ll}]+)? by /u;
const laterCredit =
  /^(?:(?:It|The film|The movie|The picture) (?:was|is) (?:[\p{Ll}-]+(?:,| and) )*directed by |Directed by )/u;
const noName =
  /\b(?:Award|Academy|Oscar|Emmy|Director|Brothers|Pictures|Studios|Films|Productions|Entertainment|Company)\b/;

/**
 * The directors an extract names in its first sentence ("… directed by X and Y …"), or in its second where that
 * begins with the credit. Empty unless sure: precision goes before completeness.
 */
export function readDirectors(extract: string): string[] {
  const first = firstSentence(extract);
  const found = credit.exec(first);
  if (found) {
    return otherWork.test(first.slice(0, found.index)) ? [] : parseNames(first.slice(found.index + found[0].length));
  }
  const second = firstSentence(extract.slice(first.length).trim());
  const later = laterCredit.exec(second);
  return later ? parseNames(second.slice(later[0].length)) : [];
}

function parseNames(text: string): string[] {
  const groups = list.exec(text)?.groups;
  if (!groups || !sureEnd.test(groups.after)) return [];
  const names = groups.many
    ? [...groups.many.split(/, (?!Jr\.)/), groups.last]
    : [groups.first, groups.second].filter((value) => value !== undefined);
  const whole = names.map((value) => withoutFullStop(value));
  const family = whole.at(-1)?.split(" ").at(-1) ?? "";
  // "Joel and Ethan Coen" share their family name.
  const [given, full] = whole;
  const shared = whole.length === 2 && !given.includes(" ") && full.split(" ").length === 2;
  const people = shared ? [`${given} ${family}`, full] : whole;
  // A family name alone refers to someone the text named before.
  const sure = people.every((person) => !noName.test(person) && /[ -]/.test(person));
  return sure ? people : [];
}

/** The full stop that ends a sentence, but not that of "Jr." or an initial. */
const withoutFullStop = (text: string) => text.replace(/(?<!\bJr|\b\p{Lu})\.$/u, "");
