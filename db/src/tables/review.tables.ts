// What people wrote about films.
import type { Generated, GeneratedAlways } from "kysely";

export type ReviewSentiment = "POSITIVE" | "NEGATIVE" | "NEUTRAL";

export interface ReviewsTable {
  id: GeneratedAlways<number>;
  movieId: number;
  /** Who wrote it here; null for a review from elsewhere. A viewer has at most one review of a film. */
  viewerId: number | null;
  /** "viewer", else where it comes from: "large-movie-review-dataset", "tmdb". */
  source: string;
  /** Its name there; null for a viewer's. */
  sourceKey: string | null;
  author: string | null;
  text: string;
  /** Stars × 2 that came with it: 1 to 10. */
  halfStars: number | null;
  sentiment: ReviewSentiment;
  positiveProbability: number;
  /** Hash of the model that judged the text. */
  judgedBy: string;
  writtenAt: Date | null;
  /** `writtenAt`; 1970 where it is unknown. */
  sortedAt: GeneratedAlways<Date>;
  updatedAt: Generated<Date>;
}
