// Countries and languages by the names the catalog shows.

const countryNames: Readonly<Record<string, string>> = {
  "Czech Republic": "Czechia",
  "East Germany": "Germany",
  UK: "United Kingdom",
  USA: "United States",
  "United States of America": "United States",
  "West Germany": "Germany",
};

/** A country's name as the catalog shows it. */
export function countryOf(name: string): string {
  const trimmed = name.trim();
  return countryNames[trimmed] ?? trimmed;
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

// TMDB's own codes, Cantonese and a film without words, and names that differ from the standard's.
const languages: Readonly<Record<string, string | null>> = {
  bn: "Bengali",
  cn: "Cantonese",
  nb: "Norwegian",
  sh: "Serbo-Croatian",
  xx: null,
  zh: "Mandarin",
};

/** By ISO 639-1 code: "ja" is Japanese; null where the code means none. */
export function languageOf(code: string): string | null {
  if (Object.hasOwn(languages, code)) return languages[code];
  return (/^[a-z]{2}$/.test(code) ? languageNames.of(code) : undefined) ?? null;
}
