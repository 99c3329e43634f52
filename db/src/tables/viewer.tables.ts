// Viewers and what they told us.
import type { Generated, GeneratedAlways } from "kysely";
import type { CreatedAt } from "./column-types.ts";

export type Era = "OLD" | "NEW" | "ANY";

export interface ViewersTable {
  id: GeneratedAlways<number>;
  /** "ml-latest-small:17" for an imported viewer, else null. */
  sourceKey: string | null;
  /** The account (or anonymous session) this viewer belongs to, else null. */
  accountId: string | null;
  era: Generated<Era>;
  recommendationsVersion: Generated<number>;
  createdAt: CreatedAt;
}

export interface RatingsTable {
  viewerId: number;
  movieId: number;
  /** Stars × 2: 1 to 10. */
  halfStars: number;
  ratedAt: Date;
}

/** Dismissals and watchlist entries have the same shape. */
export interface ViewerMoviesTable {
  viewerId: number;
  movieId: number;
  createdAt: CreatedAt;
}

export interface VisitsTable {
  id: GeneratedAlways<number>;
  visitorId: string;
  startedAt: CreatedAt;
}
