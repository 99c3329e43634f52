// What services on the internet tell of films beyond the catalog's own columns, and when they were asked.

export type EnrichmentServiceName = "tmdb" | "omdb" | "wikipedia";

export interface MovieEnrichmentsTable {
  movieId: number;
  /** TMDB's path of a wide picture: "/uXDfjJbdP4ijW5hWSBrPrlKpxab.jpg". */
  backdropPath: string | null;
  /** Of a YouTube video. */
  trailerKey: string | null;
  /** TMDB's figure of the day, from 0. */
  popularity: number | null;
  /** 0 to 10. */
  imdbRating: number | null;
  imdbVoteCount: number | null;
  /** Percent. */
  tomatometer: number | null;
  /** 0 to 100. */
  metascore: number | null;
  awards: string | null;
}

/** One row for each film and service, from the moment it is asked on. */
export interface EnrichmentFetchesTable {
  movieId: number;
  service: EnrichmentServiceName;
  /** Whether the service knew the film when it last answered; null before the first answer. */
  found: boolean | null;
  /** Why it could not be asked the last time; null when it answered. */
  error: string | null;
  fetchedAt: Date | null;
  /** From when on it is asked again. */
  expiresAt: Date;
}
