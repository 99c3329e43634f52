import type { MovieEnrichmentRow } from "@matinee/db";
import type { ExternalRating } from "@matinee/graphql-types";

/** Figures of one movie, those of the most voters first. */
export function listExternalRatings(known: MovieEnrichmentRow | null): ExternalRating[] {
  if (!known) return [];
  const { imdbRating, imdbVoteCount, tomatometer, metascore } = known;
  const ratings = [
    { source: "IMDb", value: imdbRating, best: 10, voteCount: imdbVoteCount },
    { source: "Rotten Tomatoes", value: tomatometer, best: 100, voteCount: null },
    { source: "Metacritic", value: metascore, best: 100, voteCount: null },
  ];
  return ratings.flatMap(({ value, ...rating }) => (value === null ? [] : [{ ...rating, value }]));
}
