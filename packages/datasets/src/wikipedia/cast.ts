const maximumCast = 12;
const notes = /^(?:voices?|cast|narrat\w+|with)\b/i;
const oddCharacters = /[[\](){}<>;:|\d]/;

/** The names of a cast column: split "Jr." rejoined, notes, stray words and repetitions left out. */
export function cleanCast(cast: readonly string[]): string[] {
  const names: string[] = [];
  for (const entry of cast) {
    const name = entry.replace(/\s+/g, " ").trim();
    if (/^(?:Jr|Sr)\.?$/.test(name) && names.length > 0) names.push(`${names.pop()} ${name}`);
    else if (/^\p{Lu}/u.test(name) && name.length <= 40 && !notes.test(name) && !oddCharacters.test(name))
      names.push(name);
  }
  return [...new Set(names)].slice(0, maximumCast);
}
