// Words of a text as terms that two films can share.

// English function words, and what every text about a film says.
const stopWords = new Set(
  (
    "about above after again against ain all along also although am among an and another any are aren as at away back " +
    "be because become becomes been before behind being below between both but by came can cannot come comes could " +
    "couldn did didn do does doesn doing don done down during each even ever every few for from further get gets give " +
    "gives go goes gone got had hadn has hasn have haven having he her here hers herself him himself his how however " +
    "if in into is isn it its itself just later like made make makes many may me might more most much must my myself " +
    "near no nor not now of off on once one only or other our out over own part same several she should shouldn since " +
    "so some soon still such take takes than that the their them themselves then there these they this those three " +
    "through to together too took toward towards two under until up upon us use used very was wasn way we went were " +
    "weren what when where whether which while who whom whose why will with within without would wouldn yet you your " +
    "film movie directed director written writer screenplay produced producer production release released starring " +
    "star cast feature role play plot story distributed theatrically critic review received based"
  ).split(" "),
);

const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const ending = /['’](?:s|t|d|m|ll|re|ve)$/;

/**
 * The terms of a text in its order, repeats kept: lower case, accents removed (NFD, combining marks dropped), English
 * contractions and plurals cut, the latter by the S stemmer (Harman 1991). Single letters, numbers and stop words are
 * left out.
 */
export function tokenize(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const terms: string[] = [];
  for (const [found] of plain.matchAll(word)) {
    const whole = found.replace(ending, "").replace(/['’]/g, "");
    const term = singular(whole);
    const tells = term.length > 1 && !/^\p{N}+$/u.test(term) && !stopWords.has(whole) && !stopWords.has(term);
    if (tells) terms.push(term);
  }
  return terms;
}

/** The S stemmer: the first rule whose ending fits decides, and leaves the word as it is where its exception holds. */
function singular(term: string): string {
  if (term.length < 4) return term;
  if (term.endsWith("ies")) return /[ae]ies$/.test(term) ? term : `${term.slice(0, -3)}y`;
  if (term.endsWith("es")) return /[aeo]es$/.test(term) ? term : term.slice(0, -1);
  if (term.endsWith("s")) return /[us]s$/.test(term) ? term : term.slice(0, -1);
  return term;
}
