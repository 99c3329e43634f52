// Articles that catalogs move to the end of a title, by language.
const articles = [
  ["The", "A", "An"], // English
  ["Le", "La", "Les", "L'", "Un", "Une"], // French
  ["Der", "Die", "Das", "Ein", "Eine"], // German
  ["El", "Los", "Las", "Una"], // Spanish
  ["Il", "Lo", "Gli", "I"], // Italian
  ["O", "Os", "As", "Um", "Uma"], // Portuguese
  ["Den", "Det", "De", "En", "Ett", "Het"], // Scandinavian, Dutch
].flat();

const atEnd = new RegExp(`^(.+), (${articles.join("|")})$`);
const inFront = new RegExp(`^(?:(?:${articles.filter((article) => article !== "L'").join("|")}) |L')(?=.)`, "i");

/** "Matrix, The" → "The Matrix", "Assedio, L'" → "L'Assedio"; other titles as they are. */
export function articleInFront(title: string): string {
  const found = atEnd.exec(title.trim());
  if (!found) return title.trim();
  return found[2].endsWith("'") ? `${found[2]}${found[1]}` : `${found[2]} ${found[1]}`;
}

/** "The Matrix" → "Matrix"; a title that is nothing but an article stays. */
export function withoutArticle(title: string): string {
  return title.replace(inFront, "");
}
