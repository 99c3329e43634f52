// "is a 1953 American film", "is a 2008 war film": the year a first sentence gives its film.
const statedYear = /\b(?:is|was) (?:an?|the) (?:[A-Z][\w-]* )?(1[89]\d\d|20\d\d)\b/;

/** The year that the extract's first sentence states, if it does. */
export function extractYear(extract: string): number | null {
  const found = statedYear.exec(firstSentence(extract));
  return found ? Number(found[1]) : null;
}

// A full stop ends a sentence unless it follows an initial or one of these.
const sentenceEnd =
  /(?<!\b(?:\p{Lu}|Jr|Sr|Dr|Mr|Mrs|Ms|St|vs|Vol|No|Inc|Co|Bros|Lt|Col|Gen|Capt|Sgt|Ph|Prof))[.!?]["”')]*\s+(?=["“(\p{Lu}\d])/u;

/** The first sentence; a title with marks of its own ("Hot Shots! Part Deux is …") does not end it. */
export function firstSentence(text: string): string {
  const verb = Math.max(0, text.search(/ (?:is|was) /));
  const end = sentenceEnd.exec(text.slice(verb));
  return end ? text.slice(0, verb + end.index + 1) : text;
}

const filmWords =
  /\b(?:films?|movies?|documentary|mockumentary|biopic|cartoon|serial|featurette|comedy|drama|thriller|western|melodrama|anthology|miniseries|pilot|special)\b/i;
const otherWorks =
  /\b(?:is|was) (?:an?|the) [^.]{0,60}?\b(?:novels?|novella|books?|autobiography|memoir|album|song|franchise|concert|stage play)\b/i;
const headLength = 300;

/** Whether a text is about a film, rather than the novel, album or word that its page is named after. */
export function isAboutFilm(extract: string): boolean {
  const head = extract.slice(0, headLength);
  const film = head.search(filmWords);
  const other = otherWorks.exec(head);
  return film !== -1 && (other === null || film < other.index + other[0].length);
}

/** An extract as plain text: white space collapsed, a note on similar titles at its head left out. */
export function cleanExtract(extract: string): string {
  return extract
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\((?:For|Not to be confused)[^)]*\)\s*/, "");
}
