// How strongly a taste is drawn to a film.
import { createRandom, seedFor } from "./random.ts";
import type { Taste } from "./tastes.ts";

/** What the simulation looks at in a film; lists may be empty where nothing is known. */
export interface AudienceFilm {
  /** Stable name: what chance gives the film hangs on it. */
  readonly key: string;
  readonly year: number;
  /** Log-odds of being seen against a film of 0. */
  readonly popularity: number;
  readonly genres: readonly string[];
  readonly themes: readonly string[];
  readonly directors: readonly string[];
  /** The main one first. */
  readonly languages: readonly string[];
}

/** Deviations of attraction from the mean at which a film is typical of a taste. */
const typical = 1.2;
/** What no fact tells: deviation of chance against the standardized rest. */
const chanceDeviation = 0.2;

/** Affinity of a taste to each film, standardized over the films to mean 0 and deviation 1. */
export function tasteAffinities(taste: Taste, films: readonly AudienceFilm[], seed: number): Float64Array {
  const attractions = standardize(Float64Array.from(films, (film) => attraction(taste, film)));
  // The most typical films of a taste attract little more than typical ones.
  const told = standardize(attractions.map((value) => Math.tanh(value / typical)));
  return standardize(
    told.map((value, film) => {
      const random = createRandom(seedFor(seed, `${taste.name}, ${films[film].key}`));
      return value + chanceDeviation * random.normal();
    }),
  );
}

/** A copy with mean 0 and deviation 1; all zero where the values do not differ. */
export function standardize(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  return values.map((value) => (value - mean) * scale);
}

function attraction(taste: Taste, film: AudienceFilm): number {
  let sum = 0;
  for (const genre of film.genres) sum += taste.genres[genre] ?? 0;
  // A film with many genres is less of each.
  sum /= Math.sqrt(Math.max(1, film.genres.length));
  for (const theme of film.themes) if (taste.themes.includes(theme)) sum += 0.5;
  for (const director of film.directors) if (taste.directors.includes(director)) sum += 1;
  for (const era of taste.eras ?? []) if (film.year >= era.from && film.year <= era.to) sum += era.weight;
  if (film.languages.length > 0 && film.languages[0] !== "English") sum += taste.foreign ?? 0;
  return sum;
}
