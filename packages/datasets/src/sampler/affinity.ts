// How strongly a taste is drawn to a film.
import type { Taste } from "./tastes.ts";

/** What the simulation looks at in a film. */
export interface AudienceFilm {
  /** Stable name: the film's planted quality hangs on it. */
  readonly key: string;
  readonly year: number;
  /** 1 to 5: how widely seen. */
  readonly renown: number;
  readonly genres: readonly string[];
  readonly themes: readonly string[];
  readonly directors: readonly string[];
  /** The main one first. */
  readonly languages: readonly string[];
}

/** Affinity of a taste to each film, standardized over the films to mean 0 and deviation 1. */
export function tasteAffinities(taste: Taste, films: readonly AudienceFilm[]): Float64Array {
  return standardize(Float64Array.from(films, (film) => attraction(taste, film)));
}

/** A copy with mean 0 and deviation 1; all zero where the values do not differ. */
function standardize(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  return values.map((value) => (value - mean) * scale);
}

function attraction(taste: Taste, film: AudienceFilm): number {
  let sum = 0;
  for (const genre of film.genres) sum += taste.genres[genre] ?? 0;
  // A film with many genres is less of each.
  sum /= Math.sqrt(film.genres.length);
  for (const theme of film.themes) if (taste.themes.includes(theme)) sum += 0.5;
  for (const director of film.directors) if (taste.directors.includes(director)) sum += 1;
  for (const era of taste.eras ?? []) if (film.year >= era.from && film.year <= era.to) sum += era.weight;
  if (film.languages[0] !== "English") sum += taste.foreign ?? 0;
  return sum;
}
