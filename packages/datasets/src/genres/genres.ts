import type { Genre } from "../dataset.types.ts";

/** The catalog's whole vocabulary: slug → name. Sources are mapped onto it, what has no place here is dropped. */
const names = {
  action: "Action",
  adventure: "Adventure",
  animation: "Animation",
  biography: "Biography",
  children: "Children",
  comedy: "Comedy",
  crime: "Crime",
  disaster: "Disaster",
  documentary: "Documentary",
  drama: "Drama",
  fantasy: "Fantasy",
  "film-noir": "Film-Noir",
  history: "History",
  horror: "Horror",
  "martial-arts": "Martial Arts",
  musical: "Musical",
  mystery: "Mystery",
  political: "Political",
  romance: "Romance",
  satire: "Satire",
  "science-fiction": "Science Fiction",
  short: "Short",
  silent: "Silent",
  sport: "Sport",
  spy: "Spy",
  superhero: "Superhero",
  supernatural: "Supernatural",
  teen: "Teen",
  thriller: "Thriller",
  war: "War",
  western: "Western",
} as const;

type GenreSlug = keyof typeof names;

/** Every genre a catalog may hold, by name. */
export const genres: readonly Genre[] = Object.entries(names).map(([slug, name]) => ({ slug, name }));

const bySlug = new Map(genres.map((genre) => [genre.slug, genre]));
const byName = new Map(genres.map((genre) => [genre.name, genre]));

// The sources' words that differ from ours.
const synonyms: Readonly<Record<string, GenreSlug>> = {
  "Children's": "children",
  "Sci-Fi": "science-fiction",
  Animated: "animation",
  Family: "children",
  Historical: "history",
  Noir: "film-noir",
  Slasher: "horror",
  Sports: "sport",
  Suspense: "thriller",
};

const dropped = new Set([
  // MovieLens
  "(no genres listed)",
  "IMAX",
  "unknown",
  "",
  // Wikipedia
  "Dance",
  "Erotic",
  "Found Footage",
  "Independent",
  "Legal",
  "Live Action",
  "Performance",
  // TMDB and IMDb
  "Adult",
  "Foreign",
  "Game-Show",
  "Music",
  "News",
  "Reality-TV",
  "Talk-Show",
  "TV Movie",
]);

/** A source's words as genres, each once, by name; `unknown` are the words that are neither ours nor left out on purpose. */
export function mapGenres(words: readonly string[]): { genres: Genre[]; unknown: string[] } {
  const found = new Set<Genre>();
  const unknown: string[] = [];
  for (const word of words) {
    const genre = byName.get(word) ?? bySlug.get(synonyms[word] ?? "");
    if (genre) found.add(genre);
    else if (!dropped.has(word)) unknown.push(word);
  }
  return { genres: [...found].sort((a, b) => (a.slug < b.slug ? -1 : 1)), unknown };
}
