import type { ViewerProfile } from "@matinee/recommender";

export type TasteProfileParent = Pick<ViewerProfile, "ratings">;

export interface TasteNeighborParent {
  readonly similarity: number;
  readonly sharedMovieIds: readonly number[];
  readonly suggestedMovieIds: readonly number[];
}
