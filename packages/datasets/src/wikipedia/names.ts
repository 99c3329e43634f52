// People named in running text: "Joel and Ethan Coen", "Ann Lee, Bo Day, and Cy Fox".
const word = "\\p{Lu}[\\p{L}.'’-]*";
const particle = "(?:de|da|di|del|della|der|den|des|dos|du|el|la|le|van|von|ten|ter|bin|y|St\\.)";
const name = `${word}(?: (?:${particle} ){0,2}(?:${particle}\\b|${word}|[IVX]+\\b)|,? [JS]r\\.| ${particle} ${word}){0,4}`;
const list = new RegExp(
  `^(?:(?<many>${name}(?:, ${name})+),? (?:and|&) (?<last>${name})|(?<first>${name})(?: (?:and|&) (?<second>${name}))?)(?<after>.*)$`,
  "su",
);
// What may follow the names without making them anything else.
const sureEnd =
  /^(?:$|[.;:(]|,(?! \p{Lu})| (?:and (?=\p{Ll})|who|from|based|starring|for|in|with|about|that|which|on|set|at|as|featuring|written|produced|adapted|inspired|released|distributed|under|after|during|loosely|using|concerning|via|through))/u;
const noName =
  /\b(?:Award|Academy|Oscar|Emmy|Director|Brothers|Pictures|Studios|Films|Productions|Entertainment|Company)\b/;

/**
 * The people that a text begins with. Empty unless sure: where a name is followed by what makes it something else, is a
 * company's, or a family name alone.
 * @param mentioned people of whom a family name alone may be one
 */
export function parseNames(text: string, mentioned: readonly string[] = []): string[] {
  const groups = list.exec(text)?.groups;
  if (!groups || !sureEnd.test(groups.after)) return [];
  const names = groups.many
    ? [...groups.many.split(/, (?![JS]r\.)/), groups.last]
    : [groups.first, groups.second].filter((value) => value !== undefined);
  const whole = names.map((value) => withoutFullStop(value));
  const family = whole.at(-1)?.split(" ").at(-1) ?? "";
  // "Joel and Ethan Coen" share their family name; "Anderson and Will Conroy" after "Brad Anderson" do not.
  const [given, full] = whole;
  const isKnown = wholeName(given, mentioned) !== given;
  const shared = whole.length === 2 && !isKnown && !given.includes(" ") && full.split(" ").length === 2;
  const people = (shared ? [`${given} ${family}`, full] : whole).map((person) => wholeName(person, mentioned));
  // A family name alone refers to someone the text named before.
  const sure = people.every((person) => !noName.test(person) && /[ -]/.test(person));
  return sure ? people : [];
}

function wholeName(person: string, mentioned: readonly string[]): string {
  const known = mentioned.filter((other) => other.endsWith(` ${person}`));
  return known.length === 1 ? known[0] : person;
}

/** The full stop that ends a sentence, but not that of "Jr.", "Sr." or an initial. */
const withoutFullStop = (text: string) => text.replace(/(?<!\bJr|\bSr|\b\p{Lu})\.$/u, "");
