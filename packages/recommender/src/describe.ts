// What a page of a list shows beside the films: predicted stars and the reasons. Costs too much for a whole list.
import { explain } from "./explain.ts";
import { predictStars } from "./predict.ts";
import type { DescribedMovie, RankedList, RankedMovie, Snapshot, ViewerProfile } from "./recommender.types.ts";
import { scorePartsOf } from "./score-parts.ts";
import { scoredProfile } from "./scored-profile.ts";
import { findIndex } from "./snapshot-index.ts";

/**
 * The items of a list with predictions and explanations, in their order. Snapshot and profile must be those the list was
 * made with, else contributions do not add up to its scores. Items that the catalog no longer has are left out.
 */
export function describeMovies(
  snapshot: Snapshot,
  profile: ViewerProfile,
  list: RankedList,
  items: readonly RankedMovie[],
): readonly DescribedMovie[] {
  const { movieIds } = snapshot.catalog;
  const present = items.filter(({ movieId }) => findIndex(movieIds, movieId) >= 0);
  const ids = present.map(({ movieId }) => movieId);
  const movies = Int32Array.from(ids, (movieId) => findIndex(movieIds, movieId));
  const takeApart = scorePartsOf(snapshot, list, scoredProfile(snapshot, profile), movies);
  const predictions = predictStars(snapshot, profile, ids);
  return present.map((item, position) => ({
    ...item,
    prediction: predictions[position],
    explanation: explain(snapshot, list, item, (engine) => takeApart(engine, position)),
  }));
}
