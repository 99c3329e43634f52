/** English words that say nothing about a film, in the normalized spelling of the stored texts. */
const functionWords = new Set(
  `a about after again all also an and any are as at be been but by can do does each every for from get gets had has
  have he her him his how i if in into is it its me more my no not of off on one or other our out over own she so some
  such than that the their them then there these they this those to too up us very was we were what when where which
  while who whom whose why will with you your`.split(/\s+/),
);

export const isFunctionWord = (word: string): boolean => functionWords.has(word);
